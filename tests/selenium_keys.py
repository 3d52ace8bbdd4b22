"""The keys that the browser tests press, by the code points that WebDriver gives them."""

ENTER, ESCAPE, TAB = "\ue007", "\ue00c", "\ue004"
ARROWS = {"left": "\ue012", "up": "\ue013", "right": "\ue014", "down": "\ue015"}
