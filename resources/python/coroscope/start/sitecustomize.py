# SPDX-License-Identifier: MIT
"""Found by Python through PYTHONPATH when it starts. Takes itself away, starts the recorder, and lets the site's own follow."""


def _start():
    import os
    import sys
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
    own = sys.modules.pop("sitecustomize")
    if written is not None:
        import importlib.util
        package = os.path.dirname(here)
        spec = importlib.util.spec_from_file_location("_coroscope", os.path.join(package, "__init__.py"),
                                                      submodule_search_locations=[package])
        module = sys.modules["_coroscope"] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        module.start(written)
    try:
        import sitecustomize                    # the site's own
    except ImportError as error:
        if error.name != "sitecustomize":
            raise
        sys.modules["sitecustomize"] = own      # the import that goes on looks it up once more


_start()
