"""The keys that the browser tests press, by the code points of the WebDriver standard (so that selenium may be missing)."""

ENTER, ESCAPE = "\ue007", "\ue00c"
ARROWS = {"left": "\ue012", "up": "\ue013", "right": "\ue014", "down": "\ue015"}
