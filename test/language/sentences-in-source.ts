import { globSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { type AnyNode, type Expression, type Node, type PrivateIdentifier, type Program, parse } from "acorn";

/** Something written in the source that a person may read. */
export interface Saying {
  /** With numbered slots where the source puts values in. */
  readonly text: string;
  readonly at: string;
  /** What it is handed to: the function called, or the name of the field. */
  readonly handedTo: string;
}

/** Forms of one literal: a choice between words within it makes one of each. More than these stay a slot. */
const MOST_FORMS = 8;
const SLOT = "\u0000";

type Constants = ReadonlyMap<string, Expression | undefined>;
type Value = Expression | PrivateIdentifier;

const isNode = (value: unknown): value is AnyNode => typeof value === "object" && value !== null && "type" in value;

function childrenOf(node: Node): AnyNode[] {
  return Object.values(node).flatMap((value): AnyNode[] => (Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []));
}

/** Every `const name = …` of a file; `undefined` where a name is given twice. */
function constantsOf(program: Program): Constants {
  const found = new Map<string, Expression | undefined>();
  const visit = (node: AnyNode): void => {
    if (node.type === "VariableDeclaration" && node.kind === "const")
      for (const { id, init } of node.declarations)
        if (id.type === "Identifier") found.set(id.name, found.has(id.name) ? undefined : (init ?? undefined));
    childrenOf(node).forEach(visit);
  };
  visit(program);
  return found;
}

const joined = (left: readonly string[], right: readonly string[]): readonly string[] => left.flatMap((a) => right.map((b) => a + b));

/** The forms of an expression that is words; `undefined` for what is not. */
function formsOf(node: Value, constants: Constants): readonly string[] | undefined {
  if (node.type === "Literal") return typeof node.value === "string" ? [node.value] : undefined;
  if (node.type === "TemplateLiteral") {
    let forms: readonly string[] = [node.quasis[0]!.value.cooked ?? ""];
    for (const [i, expression] of node.expressions.entries()) {
      const inner = within(expression, constants);
      const fits = forms.length * inner.length <= MOST_FORMS;
      forms = joined(joined(forms, fits ? inner : [SLOT]), [node.quasis[i + 1]!.value.cooked ?? ""]);
    }
    return forms;
  }
  if (node.type === "BinaryExpression" && node.operator === "+") {
    const [left, right] = [formsOf(node.left, constants), formsOf(node.right, constants)];
    return left === undefined && right === undefined ? undefined : joined(left ?? [SLOT], right ?? [SLOT]);
  }
  if (node.type === "ConditionalExpression") {
    const [one, other] = [formsOf(node.consequent, constants), formsOf(node.alternate, constants)];
    return one === undefined && other === undefined ? undefined : [...(one ?? [SLOT]), ...(other ?? [SLOT])];
  }
  if (node.type === "Identifier") {
    const value = constants.get(node.name);
    return value === undefined ? undefined : formsOf(value, new Map([...constants, [node.name, undefined]]));
  }
  return undefined;
}

/** Words put into other words: a slot where they are not known here. */
const within = (node: Expression, constants: Constants): readonly string[] => [...new Set(formsOf(node, constants) ?? [SLOT])];

const numbered = (form: string): string => {
  let n = 0;
  return form.replaceAll(SLOT, () => `{${++n}}`);
};

const NOT_FOR_PEOPLE =
  /\.(?:debug|info|warn|error|startsWith|endsWith|includes|prepare|exec|query|execute|where|test|record)$|^(?:log|sql|RegExp|source)$/;

/** Where sentences arise: the companion, and the plugin's main thread, which has the companion say them. */
export const SOURCES = ["imaging/**/*.ts", "local-server/**/*.ts", "protocol/**/*.ts", "src/**/*.ts"];

/** Every literal of the companion's source, but what is thrown (bugs), logged, compared or sent to a database. */
export function sayingsIn(root: string, patterns: readonly string[]): readonly Saying[] {
  const files = globSync([...patterns], { cwd: root }).filter((file) => !file.endsWith(".test.ts") && !file.includes("/language/"));
  return files.sort().flatMap((file) => sayingsOf(file, readFileSync(join(root, file), "utf8")));
}

function sayingsOf(file: string, source: string): readonly Saying[] {
  const code = stripTypeScriptTypes(source);
  const program = parse(code, { ecmaVersion: "latest", sourceType: "module", locations: true, allowHashBang: true });
  const constants = constantsOf(program);
  const found: Saying[] = [];
  const nameOf = (node: Node): string => code.slice(node.start, node.end).split("\n").at(-1)!;
  const visit = (node: AnyNode, handedTo: string): void => {
    if (node.type === "ImportDeclaration" || node.type === "ThrowStatement") return;
    if (node.type === "TaggedTemplateExpression") return;
    if (node.type === "CallExpression" && NOT_FOR_PEOPLE.test(nameOf(node.callee))) return;
    const forms = node.type === "Identifier" ? undefined : formsOf(node as Expression, constants);
    const at = `${file}:${node.loc?.start.line}`;
    for (const form of new Set(forms ?? [])) if (form !== SLOT) found.push({ text: numbered(form), at, handedTo });
    const name = node.type === "CallExpression" || node.type === "NewExpression" ? nameOf(node.callee) : undefined;
    const field = node.type === "Property" ? `${nameOf(node.key)}:` : undefined;
    for (const child of childrenOf(node)) visit(child, field ?? name ?? handedTo);
  };
  visit(program, "");
  return found;
}
