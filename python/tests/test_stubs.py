"""What is said of the engine is what it has."""

import ast
from pathlib import Path

import delight
from delight import _engine


def test_the_stubs_name_what_the_engine_has():
    text = Path(delight.__file__).with_name("_engine.pyi").read_text()
    functions = {node.name: node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)}
    own = {name for name in dir(_engine) if not name.startswith("_") and callable(getattr(_engine, name))}
    assert own - {"Column"} == set(functions)
    for name, node in functions.items():
        told = getattr(_engine, name).__text_signature__.strip("()").split(", ")
        assert [word.split("=")[0] for word in told if word] == [argument.arg for argument in node.args.args], name


def test_the_package_is_typed_and_every_public_thing_is_explained():
    assert Path(delight.__file__).with_name("py.typed").exists()
    for name in delight.__all__:
        own = getattr(delight, name)
        if callable(own):
            assert own.__doc__, name
            members = [member for key, member in vars(own).items() if not key.startswith("_")] if isinstance(own, type) else []
            for member in members:
                assert getattr(member, "__doc__", None), (name, member)
