"""The reception desk of a Center for adaptation and integration of kandas (order № 331-ө-м)."""

__version__ = "0.1.0"
