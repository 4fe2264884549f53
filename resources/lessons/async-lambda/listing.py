expressions = ["async lambda: 1", "lambda: await foo()"]

for text in expressions:
    try:
        compile(text, "text", "eval")
    except SyntaxError as error:
        print(f"{text:20}", f"SyntaxError: {error.msg}")
