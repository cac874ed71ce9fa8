import assert from "node:assert/strict";
import { test } from "node:test";
import type { Operation } from "../../protocol/plan.ts";
import { planInstruction } from "./plan.ts";

/** Turns of phrase that take `{a}` away. */
const GONE_EN = `
remove {a} | delete {a} | erase {a} | take out {a} | take away {a} | take off {a} | take {a} out | take {a} away
take {a} off | get rid of {a} | lose {a} | drop {a} | kill {a} | strip {a} | strip out {a} | clear {a}
clear away {a} | wipe {a} | wipe out {a} | wipe off {a} | wipe {a} off | hide {a} | ditch {a} | scrap {a}
bin {a} | nuke {a} | zap {a} | axe {a} | cut {a} | edit out {a} | paint out {a} | clone out {a}
photoshop out {a} | photoshop {a} out | airbrush out {a} | mask out {a} | rub out {a} | eliminate {a} | eradicate {a} | omit {a}
leave out {a} | do away with {a} | throw out {a} | toss {a} | chuck out {a} | pull {a} | pull out {a} | yank {a}
make {a} disappear | make {a} go away | make {a} vanish | {a} should go | {a} has to go | {a} needs to go | {a} must go | {a} can go
{a} should be removed | {a} needs to be removed | {a} needs to be deleted | {a} should disappear | {a} should be gone | I don't want {a} | we don't want {a} there | we don't need {a} any more
no need for {a} | get {a} out of there | get {a} out of the picture | get {a} out | we can lose {a} | can you take {a} out? | could {a} be removed? | can {a} go?
please get rid of {a} | would you mind removing {a} | I want {a} gone | I'd like {a} removed | I want {a} removed please | {a} is not needed, remove it | {a} - remove | {a} out
without {a} | {a}: delete | {a}, please remove it | {a}, can you take it out? | need {a} gone | let's remove {a} | try removing {a} | how about removing {a}
maybe take {a} out | just delete {a} | simply remove {a} | go ahead and remove {a} | brush away {a}`;
const GONE_ZH = `
删除{a} | 删掉{a} | 把{a}删了 | 把{a}删掉 | {a}删掉 | {a}删了吧 | 去掉{a} | 把{a}去掉 | {a}去掉 | 去除{a} | 移除{a} | 把{a}移走
抹掉{a} | 把{a}抹去 | 擦掉{a} | {a}擦除 | 清除{a} | {a}清掉 | 消除{a} | 把{a}拿掉 | 把{a}拿走 | {a}撤掉 | 撤掉{a} | 把{a}撤下来
{a}不要了 | {a}不要 | 不要{a} | 不想要{a} | 不需要{a} | {a}不需要了 | P掉{a} | 把{a}P掉 | {a}p没 | 把{a}弄掉 | {a}弄没 | {a}干掉
把{a}隐藏 | 隐藏{a} | 把{a}藏起来 | {a}抠掉 | 把{a}抠除 | {a}剔除 | 取消{a} | {a}取消掉 | {a}可以去掉 | {a}能去掉吗 | 能不能把{a}去掉 | 可以把{a}删掉吗
帮我删一下{a} | 麻烦去掉{a} | 请移除{a} | {a}帮我去掉 | 想把{a}去掉 | 希望去掉{a} | 让{a}消失 | 使{a}消失 | {a}拿开 | 把{a}搞掉 | {a}去一下 | {a}删一下
我想删掉{a} | 我们要去掉{a} | {a}没必要，删了 | {a}多余，去掉 | {a}碍眼，删掉 | {a}太碍事了，去掉 | {a}麻烦删掉谢谢 | 能否删除{a} | 是不是可以把{a}删掉 | 直接删掉{a}就行 | {a}直接去掉 | {a}统统删掉
{a}给我去掉 | 移去{a} | 舍弃{a} | {a}剪掉 | {a}砍掉 | {a}扔掉 | 修掉{a} | {a}修掉`;
/** Turns of phrase that put the wording `{b}` in the place of `{a}`. */
const REWORDED_EN = `
change {a} to {b} | change {a} into {b} | replace {a} with {b} | replace {a} by {b} | swap {a} for {b} | swap {a} with {b} | swap out {a} for {b} | switch {a} to {b}
turn {a} into {b} | update {a} to {b} | edit {a} to {b} | correct {a} to {b} | fix {a} to {b} | modify {a} to {b} | set {a} to {b} | make {a} {b}
make {a} read {b} | make {a} say {b} | have {a} say {b} | let {a} read {b} | get {a} to say {b} | {a} should be {b} | {a} should say {b} | {a} should read {b}
{a} must be {b} | {a} needs to be {b} | {a} needs to say {b} | {a} has to read {b} | {a} ought to be {b} | {a} becomes {b} | {a} turns into {b} | {a} -> {b}
{a} => {b} | {a} → {b} | {a} to {b} | {a} is now {b} | {a} changes to {b} | {b} instead of {a} | use {b} instead of {a} | put {b} instead of {a}
write {b} instead of {a} | put {b} where it says {a} | put {b} in place of {a} | {b} in place of {a} | {b} rather than {a} | instead of {a} write {b} | instead of {a} put {b} | where it says {a} put {b}
where it says {a} it should say {b} | not {a} but {b} | {a} is wrong, it should be {b} | {a} is wrong; should be {b} | {a} is outdated, use {b} | {a} is a typo, should be {b} | it says {a}, should be {b} | it says {a} but should say {b}
it currently reads {a}, make it {b} | I want {a} to say {b} | I want {a} changed to {b} | I'd like {a} to read {b} | I need {a} to be {b} | we need {a} replaced with {b} | can {a} be {b}? | can you change {a} to {b}?
could you make {a} say {b} please | would you swap {a} for {b} | please change {a} to {b}, thanks | pls update {a} to {b} asap | the text {a} should be {b} | the word {a} needs to become {b} | change the text from {a} to {b} | change the wording from {a} to {b}
change the word {a} to {b} | the sign says {a}, change it to {b} | {a} - change to {b} | {a}: change to {b} | {a}, change it to {b} | {a}, please replace with {b} | sub {a} for {b} | substitute {b} for {a}
trade {a} for {b} | exchange {a} for {b} | rename {a} to {b} | retype {a} as {b} | rewrite {a} as {b} | rephrase {a} as {b} | reword {a} to {b} | amend {a} to {b}
overwrite {a} with {b} | drop {a} and write {b} instead | delete {a} and put {b} | remove {a}, write {b} instead | {a} out, {b} in | scrap {a}, put {b} | lose {a} and use {b} | find {a} and replace with {b}
search for {a} and replace it with {b} | wherever it says {a}, put {b} | everywhere {a} appears, change it to {b} | change all {a} to {b} | change every {a} to {b}`;
const REWORDED_ZH = `
把{a}改成{b} | 把{a}改为{b} | {a}改成{b} | {a}改为{b} | 将{a}改为{b} | 将{a}替换为{b} | {a}替换成{b} | 把{a}换成{b} | {a}换成{b} | {a}换为{b}
{a}变成{b} | 把{a}变成{b} | {a}调成{b} | {a}更新为{b} | {a}更新成{b} | {a}更改为{b} | {a}修改为{b} | {a}修改成{b} | {a}写成{b} | {a}应为{b}
{a}应是{b} | {a}应该是{b} | {a}应该写成{b} | {a}应该改成{b} | {a}应改为{b} | {a}要改成{b} | {a}需要改成{b} | {a}得改成{b} | {a}须改为{b} | {a}必须改成{b}
{a}订正为{b} | {a}更正为{b} | {a}纠正为{b} | {a}升级为{b} | {a}重写成{b} | {a}→{b} | {a}->{b} | {a}=>{b} | {a}改{b} | {a}换{b}
{a}变{b} | 把{a}改一下，改成{b} | {a}改一下，换成{b} | {a}写错了，应该是{b} | {a}错了，改成{b} | {a}不对，应为{b} | {a}有误，应改为{b} | {a}打错了，是{b} | 不是{a}，是{b} | 不是{a}而是{b}
是{b}不是{a} | 应该是{b}，不是{a} | 用{b}替换{a} | 用{b}代替{a} | 用{b}换掉{a} | 拿{b}替换{a} | 以{b}取代{a} | {b}代替{a} | {a}用{b}替换 | {a}用{b}代替
{a}由{b}代替 | {a}被{b}替换 | 从{a}改成{b} | 从{a}变为{b} | 由{a}改为{b} | 从{a}换成{b} | 原来的{a}改成{b} | 写着{a}的地方改成{b} | {a}那里改成{b} | {a}这几个字改成{b}
{a}两个字换成{b} | 文字{a}改成{b} | {a}字样改为{b} | 所有的{a}都改成{b} | 全部{a}换成{b} | {a}一律改成{b} | {a}统一改为{b} | 能把{a}改成{b}吗 | 可以把{a}换成{b}吗 | {a}能改成{b}吗
{a}能不能换成{b} | 麻烦把{a}改成{b}，谢谢 | 请将{a}改为{b} | 帮我把{a}改成{b} | 帮忙改一下{a}，改成{b} | 想把{a}改成{b} | 希望{a}改成{b} | 我要{a}改成{b} | {a}删掉，改成{b} | {a}去掉换成{b}
{a}删了写{b} | {a}不要了，换成{b} | 不要{a}，要{b} | 不要{a}了，改成{b} | {a}不用了，用{b} | {a}过时了，换成{b} | {a}太长了，改成{b} | {a}改叫{b} | {a}改用{b} | {a}改做{b}
{a}改写为{b} | {a}翻译成{b} | {a}译为{b} | 更改{a}为{b} | 修改{a}为{b} | 替换{a}为{b} | 更换{a}为{b} | 改{a}为{b} | {a}的文字改成{b} | {a}的内容换成{b}
{a}要写成{b} | {a}要变成{b} | 让{a}变成{b} | {a}显示为{b} | {a}显示成{b} | 把{a}字改成{b}字`;
/** The same where `{a}` is a piece of text named by the part it plays. */
const ROLE_REWORDED_EN = `
change {a} to {b} | change {a} into {b} | replace {a} with {b} | switch {a} to {b} | update {a} to {b} | edit {a} to {b} | correct {a} to {b} | set {a} to {b}
make {a} {b} | make {a} read {b} | make {a} say {b} | have {a} say {b} | let {a} read {b} | {a} should be {b} | {a} should say {b} | {a} must be {b}
{a} needs to be {b} | {a} needs to say {b} | {a} has to read {b} | {a} becomes {b} | {a} -> {b} | {a} → {b} | {a}: {b} | {a} = {b}
{a} is now {b} | I want {a} to say {b} | I'd like {a} to read {b} | can {a} be {b}? | could {a} say {b}? | could you make {a} say {b} please | {a} is wrong, it should be {b} | {a} is wrong: should read {b}
for {a} write {b} | for {a} use {b} | put {b} as {a} | use {b} as {a} | use {b} for {a} | {b} as {a} | write {b} for {a} | {a}, change it to {b}
{a} - change to {b} | the new title is {b} | change what the title says to {b} | retype {a} as {b} | rewrite {a} as {b} | rename {a} to {b} | change {a} so it says {b} | change {a} to say {b}
edit {a} so that it reads {b} | swap {a} for {b} | swap {a} to {b} | turn {a} into {b} | amend {a} to {b} | instead of the current title put {b} | {a} should now read {b} | {a} will be {b}
{a} → {b} please`;
const ROLE_REWORDED_ZH = `
把{a}改成{b} | {a}改为{b} | {a}换成{b} | {a}更新为{b} | {a}写成{b} | {a}写{b} | {a}写上{b} | {a}应为{b} | {a}应该是{b} | {a}要改成{b}
{a}需要改成{b} | {a}订正为{b} | {a}：{b} | {a}是{b} | {a}用{b} | {a}叫{b} | {a}→{b} | {a}改{b} | {a}换{b} | {a}改一下，改成{b}
{a}错了，应该是{b} | {a}不对，是{b} | {a}改成：{b} | {a}能改成{b}吗 | {a}能不能换成{b} | {a}麻烦改成{b} | 让{a}变成{b} | 让{a}写{b} | {a}显示{b} | {a}变成{b}
{a}统一改成{b} | {a}就用{b} | {a}就写{b}吧 | {a}想改成{b} | {a}希望改成{b} | 新{a}：{b} | {a}更改为{b} | {a}修改成{b} | {a}替换为{b} | 用{b}做{a}
用{b}当{a} | 用{b}作为{a} | {a}设为{b} | {a}设置成{b} | {a}换成新的：{b} | {a}这里改成{b} | {a}太长，改成{b} | {a}太普通了，换成{b} | {a}请改为{b}`;

const turns = (table: string): string[] => table.trim().split(/\s*[|\n]\s*/);

/** "Everywhere" adds that all are meant, which is not the question here. */
const byWord = ({ value, ...op }: Operation): Operation => (value === undefined || value === "all" ? op : { ...op, value });

function assertAll(table: string, wanted: Operation, a: string, b = ""): void {
  const other = turns(table)
    .map((turn) => turn.replace("{a}", a).replace("{b}", b))
    .map((say) => ({ say, plan: planInstruction(say) }))
    .filter(({ plan }) => {
      try {
        assert.deepEqual([plan.operations.map(byWord), plan.clarify], [[wanted], undefined]);
        return false;
      } catch {
        return true;
      }
    });
  assert.deepEqual(other, []);
}

test("whichever way a thing, a quoted wording or a role is to go, it is removed and nothing else", () => {
  assertAll(GONE_EN, { kind: "object.remove", target: "lamp" }, "the lamp");
  assertAll(GONE_EN, { kind: "text.remove", text: { from: "Sale" } }, '"Sale"');
  assertAll(GONE_EN, { kind: "text.remove", target: "subtitle" }, "the subtitle");
  assertAll(GONE_ZH, { kind: "object.remove", target: "台灯" }, "台灯");
  assertAll(GONE_ZH, { kind: "text.remove", text: { from: "特惠" } }, "“特惠”");
  assertAll(GONE_ZH, { kind: "text.remove", target: "副标题" }, "副标题");
});

test("whichever way a wording is to give place to another, both are taken to the letter", () => {
  assertAll(REWORDED_EN, { kind: "text.replace", text: { from: "Old", to: "New" } }, '"Old"', '"New"');
  assertAll(REWORDED_EN, { kind: "text.replace", text: { from: "Old", to: "New" } }, "“Old”", "“New”");
  assertAll(REWORDED_ZH, { kind: "text.replace", text: { from: "旧", to: "新" } }, "“旧”", "“新”");
  assertAll(REWORDED_ZH, { kind: "text.replace", text: { from: "旧", to: "新" } }, "「旧」", "「新」");
});

test("whichever way a title is to read otherwise, only its new wording is taken", () => {
  assertAll(ROLE_REWORDED_EN, { kind: "text.replace", target: "title", text: { to: "New" } }, "the title", '"New"');
  assertAll(ROLE_REWORDED_ZH, { kind: "text.replace", target: "标题", text: { to: "新" } }, "标题", "“新”");
});
