# Written from examples/yaml by `npm run generate`. Do not edit.
import apio_examples  # noqa: F401
import barium_examples  # noqa: F401
import cloudiway_examples  # noqa: F401
import groupid_examples  # noqa: F401
import saltstack_examples  # noqa: F401
