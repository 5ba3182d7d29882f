"""``python -m kandas_desktop`` starts the program."""

from kandas_desktop.app import main

raise SystemExit(main())
