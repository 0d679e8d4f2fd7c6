"""The rules, one a file: the file's name is the id, its docstring the page, its examples the tests."""
