# SPDX-License-Identifier: MIT
"""Found by Python through PYTHONPATH when it starts. Takes itself away, starts the recorder, and lets the site's own follow."""


def _start():
    import os
    import sys
    before = set(sys.modules)
    here = os.path.dirname(os.path.abspath(__file__))
    written = os.environ.pop("COROSCOPE_RECORDER", None)
    rest = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    if os.path.abspath(rest[0]) == here:
        if len(rest) == 1:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = os.pathsep.join(rest[1:])
    sys.path[:] = [p for p in sys.path if os.path.abspath(p or ".") != here]
    sys.path_importer_cache.pop(here, None)
    del sys.modules["sitecustomize"]
    if written is not None:
        import importlib.util
        import json
        options = json.loads(written)
        if options.get("hashseed"):             # the host's, not the program's
            os.environ.pop("PYTHONHASHSEED", None)
        package = os.path.dirname(here)
        spec = importlib.util.spec_from_file_location("_coroscope", os.path.join(package, "__init__.py"),
                                                      submodule_search_locations=[package])
        module = sys.modules["_coroscope"] = importlib.util.module_from_spec(spec)
        try:
            spec.loader.exec_module(module)
            module.start(options, before)
        except Exception as error:
            _failed(options, error)
    import sitecustomize                        # the site's own; that there is none is an ImportError as ever


def _failed(options, error):
    """The program runs all the same; the host is told why nothing comes."""
    import json
    import os
    said = str(error) if type(error).__name__ == "Hidden" else f"{type(error).__name__}: {error}"
    try:
        os.write(options["fd"], (json.dumps({"failed": said}) + "\n").encode())
    except (OSError, ValueError, KeyError, TypeError):
        pass


_start()
