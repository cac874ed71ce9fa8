import type { Catalogue } from "../translator.ts";

/** The command line's help: what commands do and what their options mean. */
export const COMMAND_HELP: Catalogue = {
  "Say what to change. Get a layer, not a new picture.": "说出要改什么，得到一个图层，而不是一张新图。",
  "emend COMMAND …": "emend 命令 …",
  "emend COMMAND --help says more.": "运行 emend 命令 --help 查看详情。",
  "Exit codes: 0 done, 1 failed, 2 bad usage or input, 3 needs review, 4 engine not available.":
    "退出码：0 完成，1 失败，2 用法或输入有误，3 需要复核，4 引擎不可用。",
  "Print the result as one JSON document.": "以一个 JSON 文档输出结果。",
  "Keep data in this folder instead of the usual one.": "把数据放在这个文件夹，而不是默认位置。",
  "Show this help.": "显示这份帮助。",
  "Speak this language: en or zh. Default: the system's.": "使用的语言：en 或 zh。默认与系统一致。",
  // Commands
  "Run the companion for the plugin and the playground.": "运行供插件和试验页使用的本地服务。",
  "Change a picture as told.": "按要求修改一张图片。",
  "Change every picture of a folder.": "修改文件夹中的每一张图片。",
  "List every text in a picture.": "列出图中的全部文字。",
  "Show what an instruction is understood to mean.": "显示一条指令会被怎样理解。",
  "Check that a result changed nothing outside its mask.": "检查结果在蒙版外没有任何改动。",
  "Show the token the plugin asks for.": "显示插件所需的令牌。",
  "Remove stored pictures that nothing names any more.": "清理不再被引用的图片。",
  "Move a data folder to a team's database and object store.": "把数据文件夹迁移到团队的数据库和对象存储。",
  "Run edits for the companions of a shared database.": "为共用数据库的本地服务执行编辑。",
  "Give out, list and revoke tokens for a team.": "为团队发放、列出和吊销令牌。",
  "List the engines and whether they can work now.": "列出引擎及其当前是否可用。",
  "List or verify the model files.": "列出或核对模型文件。",
  "List the edits made so far.": "列出做过的编辑。",
  "Show who did what, or check that this log is whole.": "显示谁做了什么，或检查日志是否完整。",
  "Check this machine and say what is missing.": "检查本机，指出缺少什么。",
  "Shows who did what to which job, or checks that nothing in this log was changed or removed.":
    "显示谁对哪个任务做了什么，或检查日志没有被改动或删除。",
  "The last hash of an earlier check, kept elsewhere.": "上一次检查得到、另行保存的最后一个哈希。",
  "Edits every picture of a folder; one that fails does not stop the others. A table makes more of each picture:":
    "编辑文件夹中的每一张图片，其中一张失败不影响其他。配合表格，每张图可以生成多个结果：",
  "one result for each market, in a folder of its own; the cells are the new texts": "每个市场一个结果，各放一个文件夹；单元格是新文字",
  "one result for each row: the picture named, with the row's own instruction": "每行一个结果：处理所写的图片，使用该行的指令",
  "one result for each row and picture; -i takes the cells: -i \"add '{slogan}' at the bottom\"":
    "每行与每张图各一个结果；-i 引用单元格：-i \"在底部添加 '{slogan}'\"",
  "A column file limits a row to one picture.": "file 列把一行限定到一张图片。",
  "What to change; {column} stands for the table's cell.": "要改什么；{column} 代表表格中的单元格。",
  "Replace a text exactly.": "精确替换一段文字。",
  "Where the results and emend-batch.jsonl go.": "结果和 emend-batch.jsonl 的存放位置。",
  "A table in CSV: comma, semicolon or tab between cells.": "CSV 表格：单元格之间用逗号、分号或制表符。",
  "Go on where a batch stopped: only what is missing, failed or changed is made.": "从上次停下的地方继续：只做缺少、失败或有变化的部分。",
  "png (carries its proof), webp (lossless) or jpg.": "png（自带证明）、webp（无损）或 jpg。",
  "Work only in this rectangle of every picture, pixels.": "只处理每张图片的这个矩形区域，单位像素。",
  "Picture of the sources' size; white may change.": "与原图同样大小的图片，白色部分可以改动。",
  "A picture to take something from.": "用作参考的图片。",
  "The engine, or auto.": "引擎名称，或 auto。",
  "Let this batch go to an engine off this machine.": "允许这一批发送到本机以外的引擎。",
  "Agree to what is asked about once.": "对需要确认的事项一次性同意。",
  "The same seed gives the same result.": "同样的种子得到同样的结果。",
  "An option of the engine.": "引擎的选项。",
  "Checks this machine and says what is missing; exit code 1 where something is.": "检查本机并指出缺少什么；有缺少时退出码为 1。",
  "One JSON document to paste into a report: no names, paths, addresses or keys.":
    "一个可以贴进反馈的 JSON 文档：不含名称、路径、地址和密钥。",
  "Changes a picture as told and writes the whole result; the source is never touched.": "按要求修改图片并写出完整结果；原图不会改动。",
  "What to change, in English or Chinese.": "要改什么，中英文均可。",
  "The result: .png (carries its proof), .webp (lossless) or .jpg.": "结果：.png（自带证明）、.webp（无损）或 .jpg。",
  "The change alone, as a picture to lay over the source.": "只含改动的图片，可叠放在原图上。",
  "The report as JSON, with the certificate.": "JSON 报告，含证书。",
  "Work only in this rectangle, pixels.": "只处理这个矩形区域，单位像素。",
  "Picture of the source's size; white may change.": "与原图同样大小的图片，白色部分可以改动。",
  "Let this one edit go to an engine off this machine.": "允许这一次编辑发送到本机以外的引擎。",
  "Answer what was asked: identity, document or watermark.": "确认被询问的事项：identity、document 或 watermark。",
  "Several results: OUT.png, OUT-2.png, …": "生成多个结果：OUT.png、OUT-2.png …",
  "Make it anew even if it was made before.": "即使以前做过也重新生成。",
  "Lists the engines with their state, price and where pictures go. set-key reads a key from standard input; allow agrees that pictures leave this machine for that engine, forbid takes it back.":
    "列出引擎的状态、价格以及图片的去向。set-key 从标准输入读取密钥；allow 同意把图片发送给该引擎，forbid 撤回同意。",
  "Lists every text in a picture: string, place, confidence.": "列出图中的全部文字：内容、位置、置信度。",
  "Lists the edits made with this data folder, newest first, with the digests before and after.":
    "列出用这个数据文件夹做过的编辑，从新到旧，附编辑前后的校验值。",
  "Only edits of this picture.": "只列出这张图片的编辑。",
  "Only edits whose instruction or texts contain this.": "只列出指令或文字中包含这段内容的编辑。",
  "Copies this data folder to the team's database and object store, and checks that all of it arrived.":
    "把这个数据文件夹复制到团队的数据库和对象存储，并检查是否全部到达。",
  "Lists, installs, checks, repairs and removes models. A set such as qwen-image-edit-2509 chooses its parts for this machine.":
    "列出、安装、检查、修复和移除模型。qwen-image-edit-2509 这样的套装会按本机情况选择组成部分。",
  "Install from files carried here; checked against the card or a SHA256SUMS file beside them.":
    "用带到本机的文件安装；与模型说明或旁边的 SHA256SUMS 文件核对。",
  "Fetch from this mirror of Hugging Face. Default: EMEND_MODEL_MIRROR.": "从这个 Hugging Face 镜像下载。默认：EMEND_MODEL_MIRROR。",
  "Shows the token of this data folder, for the person at this machine. Whoever has it can use the companion.":
    "向本机用户显示这个数据文件夹的令牌。持有令牌的人都能使用本地服务。",
  "Make a new token; panels paired with the old one are locked out.": "生成新令牌；用旧令牌配对的插件将无法连接。",
  "Shows what would be done, one plan per line; nothing is run.": "显示会做什么，每行一个计划；不会实际执行。",
  "A text file with one instruction on each line.": "每行一条指令的文本文件。",
  "A picture: rules for prices are written out for the prices in it.": "一张图片：按其中的价格展开价格规则。",
  "Also say which engine would do it and why, or what is missing; nothing is run.":
    "同时说明由哪个引擎完成及原因，或缺少什么；不会实际执行。",
  "With --route: the engine asked for, or auto.": "配合 --route：指定的引擎，或 auto。",
  "Runs the companion on this machine only, for the plugin, the playground at / and other programs.":
    "只在本机运行本地服务，供插件、位于 / 的试验页和其他程序使用。",
  "Port; 0 takes any free one. Default: the first free of {1}.": "端口；0 表示任意空闲端口。默认取 {1} 中第一个空闲的。",
  "Open the playground in the browser.": "在浏览器中打开试验页。",
  "Removes pictures that no edit and no version names any more; with --keep-days also versions and jobs older than that.":
    "清理不再被任何编辑或版本引用的图片；配合 --keep-days 还会清理更早的版本和任务。",
  "Remove history older than N days. Without it, history is kept for good.": "清理 N 天以前的历史。不设置则一直保留。",
  "Gives out, lists and revokes tokens for people and programs of a team. Your own token is what emend pair prints.":
    "为团队中的人和程序发放、列出和吊销令牌。您自己的令牌由 emend pair 显示。",
  "Who gets the token: a person or a program.": "令牌给谁：人或程序。",
  "The team whose pictures and edits it opens. Default: {1}.": "令牌可访问其图片和编辑的团队。默认：{1}。",
  "viewer (look), editor (edit) or admin (also what concerns the team). Default: editor.":
    "viewer（查看）、editor（编辑）或 admin（还可管理团队事务）。默认：editor。",
  "Checks that a result changed nothing outside its mask. Compares the pixels itself and recomputes every digest.":
    "检查结果在蒙版外没有任何改动：逐像素比较，并重新计算每个校验值。",
  "The picture the result was made from.": "生成结果所用的原图。",
  "The report of the edit; without it, the certificate the PNG carries.": "编辑报告；不给出时使用 PNG 自带的证书。",
  "Runs edits for companions that share EMEND_DATABASE_URL, on this machine. EMEND_JOBS says how many at once.":
    "在本机为共用 EMEND_DATABASE_URL 的本地服务执行编辑。EMEND_JOBS 指定同时执行的数量。",
};
