"""What of a class works on this network: asked on the instructor's machine and, with a page, on a trainee's device."""
