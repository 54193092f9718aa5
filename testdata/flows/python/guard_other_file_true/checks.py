"""What a unit may be called."""
UNITS = ("nginx", "postgresql")


def check_unit(unit: str) -> None:
    if unit not in UNITS:
        raise ValueError(f"Unknown unit {unit!r}")
