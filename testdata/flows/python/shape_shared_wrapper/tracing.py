# One decorator wraps every tool: each is still a tool of its own.
import functools
import inspect


def traced(name):
    def decorator(func):
        @functools.wraps(func)
        def plain(*args, **kwargs):
            return func(*args, **kwargs)

        @functools.wraps(func)
        async def waiting(*args, **kwargs):
            return await func(*args, **kwargs)

        return waiting if inspect.iscoroutinefunction(func) else plain

    return decorator
