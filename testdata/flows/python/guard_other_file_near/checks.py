"""What a unit may be called."""
UNITS = ("nginx", "postgresql")


def check_unit(unit: str) -> None:
    if unit not in UNITS:
        print("Unknown unit", unit)
