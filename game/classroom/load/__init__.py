"""The class in a box: so many trainees who join, plan, hand in, live a day and fetch its result, all at once."""
