// Names that every file of a language knows without binding or importing them.

import type { Grammar } from "../core/mod.ts";

const PYTHON = new Set((
  "__build_class__ __debug__ __import__ abs aiter all anext any ascii bin bool breakpoint bytearray " +
  "bytes callable chr classmethod compile complex copyright credits delattr dict dir divmod " +
  "enumerate eval exec exit filter float format frozenset getattr globals hasattr hash help hex " +
  "id input int isinstance issubclass iter len license list locals map max memoryview min next " +
  "object oct open ord pow print property quit range repr reversed round set setattr slice " +
  "sorted staticmethod str sum super tuple type vars zip " +
  "__name__ __file__ __doc__ __builtins__ __spec__ __package__ __loader__ " +
  "KeyboardInterrupt SystemExit GeneratorExit StopIteration StopAsyncIteration " +
  "Ellipsis NotImplemented"
).split(" "));

const PYTHON_EXCEPTION =
  /^[A-Z][A-Za-z]{0,40}(?:Error|Exception|Warning)$|^(?:Base)?Exception(?:Group)?$/;

const GO = new Set((
  "any append bool byte cap clear close comparable complex complex128 complex64 copy delete error " +
  "false float32 float64 imag int int16 int32 int64 int8 iota len make max min new nil panic print " +
  "println real recover rune string true uint uint16 uint32 uint64 uint8 uintptr"
).split(" "));

export function isBuiltin(language: Grammar, name: string): boolean {
  if (language === "go") return GO.has(name);
  return language === "python" && (PYTHON.has(name) || PYTHON_EXCEPTION.test(name));
}
