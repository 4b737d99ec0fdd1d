import {
  type ArrowFunctionExpression,
  type CallExpression,
  type Expression,
  type FunctionDeclaration,
  type FunctionExpression,
  type Program,
  parse,
} from 'acorn';
import { transformSync } from 'esbuild';
import { isRecord } from '../is-record.js';

/** Stands for what a script computes: it is never run. */
export const COMPUTED = Symbol('computed');

/** How deep and how far names are followed; more is no settings file. */
const DEEPEST = 100;
const MOST_STEPS = 200_000;

/**
 * What a settings file in JavaScript or TypeScript exports, as far as it is written there literally: values, names of values in the
 * same file, functions of no argument that return one, and what `defineConfig(…)` is given. Nothing when it cannot be parsed.
 */
export function readLiteral(text: string): unknown {
  const program = programOf(text);
  if (!program) return undefined;
  const names = new Map<string, Named>();
  let exported: Expression | Named | undefined;
  for (const statement of program.body) {
    const declared =
      statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement;
    if (declared.type === 'VariableDeclaration')
      for (const { id, init } of declared.declarations) if (id.type === 'Identifier' && init) names.set(id.name, init);
    if (declared.type === 'FunctionDeclaration') names.set(declared.id.name, declared);
    if (declared.type === 'ExportDefaultDeclaration') {
      const { declaration } = declared;
      if (declaration.type !== 'FunctionDeclaration' && declaration.type !== 'ClassDeclaration') exported = declaration;
    }
    if (declared.type === 'ExpressionStatement' && declared.expression.type === 'AssignmentExpression') {
      const { left, right } = declared.expression;
      if (left.type === 'MemberExpression' && left.object.type === 'Identifier' && left.object.name === 'module')
        exported = right;
    }
  }
  return exported === undefined ? undefined : evaluator(names)(exported, 0);
}

type Callable = FunctionDeclaration | FunctionExpression | ArrowFunctionExpression;
type Named = Expression | Callable;

function programOf(text: string): Program | undefined {
  try {
    const { code } = transformSync(text, { loader: 'ts', logLevel: 'silent' });
    return parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
  } catch {
    return undefined;
  }
}

function evaluator(names: ReadonlyMap<string, Named>): (node: Named, depth: number) => unknown {
  let steps = 0;
  const evaluate = (node: Named, depth: number): unknown => {
    if (depth > DEEPEST || ++steps > MOST_STEPS) return COMPUTED;
    const value = (other: Named) => evaluate(other, depth + 1);
    switch (node.type) {
      case 'Literal':
        return node.regex ? COMPUTED : node.value;
      case 'TemplateLiteral': {
        const parts = node.expressions.map(value);
        if (parts.some((part) => typeof part !== 'string')) return COMPUTED;
        return node.quasis.map(({ value: { cooked } }, at) => `${cooked ?? ''}${String(parts[at] ?? '')}`).join('');
      }
      case 'ArrayExpression':
        return node.elements.flatMap((each): readonly unknown[] => {
          if (each?.type !== 'SpreadElement') return each ? [value(each)] : [];
          const spread = value(each.argument);
          return Array.isArray(spread) ? spread : [COMPUTED];
        });
      case 'ObjectExpression':
        return Object.fromEntries(
          node.properties.flatMap((property): readonly (readonly [string, unknown])[] => {
            if (property.type === 'SpreadElement') {
              const spread = value(property.argument);
              return isRecord(spread) ? Object.entries(spread) : [];
            }
            const { key, computed } = property;
            const name =
              key.type === 'Identifier' && !computed ? key.name : key.type === 'Literal' ? key.value : undefined;
            return name === undefined ? [] : [[String(name), value(property.value)]];
          }),
        );
      case 'Identifier': {
        const named = names.get(node.name);
        return named && !isCallable(named) ? value(named) : COMPUTED;
      }
      case 'MemberExpression': {
        if (node.object.type === 'Super' || node.property.type !== 'Identifier' || node.computed) return COMPUTED;
        const object = value(node.object);
        return isRecord(object) && Object.hasOwn(object, node.property.name) ? object[node.property.name] : COMPUTED;
      }
      case 'CallExpression':
        return called(node, depth + 1);
      default:
        return COMPUTED;
    }
  };
  const called = ({ callee, arguments: given }: CallExpression, depth: number): unknown => {
    const named = callee.type === 'Identifier' ? names.get(callee.name) : undefined;
    if (named && isCallable(named)) {
      const returned = given.length === 0 ? returnedBy(named) : undefined;
      return returned ? evaluate(returned, depth) : COMPUTED;
    }
    // `defineConfig({ … })` and what else hands on what it is given.
    const [first] = given;
    const value = !named && first && first.type !== 'SpreadElement' ? evaluate(first, depth) : COMPUTED;
    return isRecord(value) ? value : COMPUTED;
  };
  return evaluate;
}

function returnedBy({ params, body }: Callable): Expression | undefined {
  if (params.length > 0) return undefined;
  if (body.type !== 'BlockStatement') return body;
  const [only] = body.body;
  return body.body.length === 1 && only?.type === 'ReturnStatement' ? (only.argument ?? undefined) : undefined;
}

const isCallable = (node: Named): node is Callable =>
  node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';
