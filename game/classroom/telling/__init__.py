'''What is told of a scenario, of a walk-through, of a day while it is lived and of its result: JSON for page and game.

Everything here is a pure function from values to what `json.dumps` takes. Instants are ms since midnight of the
scenario's date, lengths in the room mm, lengths in the picture units of its viewBox. People are named by their place in
SCENARIO.people wherever a field is called `who` (a number, or a list of numbers); in briefings and orders by their id.
Texts are whole sentences in the language of the host; they are put in as text, never as markup.

SCENARIO, by `scenario_document(scenario)`: all that may be known before the day. No plan of the scenario is in it.

    {"id": "pyongyang-2024", "title": "Leaders first", "place": "Pyongyang", "date": "2024-06-19",
     "date_words": "19 June 2024", "language": "en", "fictional": false,
     "difficulty": {"of": 5, "is": 3, "words": "demanding"}, "start": 45120000, "end": 45960000,
     "situation": ["The visit is hours late ..."], "learning": ["Read the custom of the house ..."],
     "aim": {"sentence": "Everybody in place by 12:45:30 at the latest. Planned is ...", "by": 45930000, "due": 45680000,
             "who": [0, 1], "seated": false},
     "room": ROOM,
     "delegations": [{"id": "dprk", "name": "Democratic ...", "short": "DPR Korea", "side": "host", "side_words": "host",
                      "through": "",                                   the opposite number, by whom they are reached
                      "shape": "circle", "pattern": "dot", "colour": "#024fa2", "emblem": "M..Z",
                      "flag": {"stripes": ["#024fa2", ...], "vertical": false, "emblem": "disc", "emblem_colour": "#.."}}],
                     `emblem` is the outline of the shape as an SVG path round 0,0 with radius 10; draw it filled white with
                     a stroke of `colour`, and inside it the pattern: plain (the same path at 0.45, filled), bar, dot, cross
     "people": [{"id": "lavrov", "name": "Sergei Lavrov", "short": "Lavrov", "office": "Minister of Foreign Affairs",
                 "of": "russia", "holds": "corridor", "seat": "n2" | null, "principal": false,
                 "role": "delegate|officer|uninvited", "groups": ["russia.ministers", "all"], "pace": "1.2 m/s",
                 "habit": {"lines": ["Takes the side door, sets out at 12:33:10 ... (reconstructed)"],
                           "door": "side", "fields": {"set_out": "at 12:33:10", "spacing": "1.5 s", ...}}}],
     "orders": [{"of": "russia" | "joint", "title": "Russian Federation", "system": "agreed list", "source": "YTN, 19 June 2024",
                 "places": [{"rank": 1, "who": [1], "reason": "guest leader"}]}],
     "lists": [{"title": "Russian Federation", "rows": [{"name": "russia.ministers", "title": "Ministers (7)", "detail": "Lavrov, ...",
                "members": [2, ...], "group": true, "officer": false, "rank": null}]}],
                what is shown at the left of the plan screen, in its order: everybody and every group that can be briefed
     "briefable": ["kim", "russia.ministers", ...],      the names in `lists`, each once
     "fields": {"russia.ministers": {"doors": [{"id": "side", "words": "Side door · 8 m"}], "cues": ["enter", "set_out", "sit"],
                "spacing": true, "pace": true, "place": false, "read_back": 60000, "rooms": ["corridor", "foyer"],
                "escorts": [{"id": "liaison-officer", "words": "Liaison officer"}]}},
                by each name of `lists`. `read_back` is what reading it back costs in ms, 0 for officers, who need none
     "paces": ["0.8 m/s", ...], "seats": [{"id": "n2", "words": "n2, agreed for Lavrov"}],
     "rules": [{"id": "leaders-first", "title": "Leaders first", "sentence": "Delegations wait outside ...",
                "gravity": "grave", "gravity_words": "grave if broken", "house": "If it is broken and nobody acts, ..." | "",
                "origin": "Source: Kyiv Post, 20 June 2024 · how sure: ...", "source": "kyiv-post" | null, "confidence": "medium",
                "reconstructed": false, "waivable": false}],              the gravest first
     "liaison": {"minutes": 180000, "read_back": 60000, "radio": 6000, "asks": 6000, "word": 10000,
                 "escorts": [{"id", "words"}], "before": [{"figure": "3 min", "words": "...", "more": "..."}], "after": [...]},
     "programme": [{"at": 45150000, "clock": "12:32:30", "sentence": "The broadcast goes on air", "more": "", "reconstructed": true}],
     "chances": [{"chance": "15 %", "sentence": "...", "because": "...", "reconstructed": false}],
     "broadcast": [[45150000, 45960000]],                           as announced
     "sources": [{"id", "title", "origin", "url"}], "reconstructed": ["sentence", ...],
     "verbs": [{"verb": "hold", "words": "Hold", "of": "people|door|rule|nobody", "says": "hold {who}"}],
     "waivable": [{"id": "rule", "title": "..."}],
     "words": {"kinds": {"habit": "As habit", "clock": "At a clock time", ...}, "moments": {"entered": "has entered", ...},
               "fields": {"door": "Door", "enter": "Enter", ...}, "broadcast": "The broadcast", "room": "The room",
               "kind_moments": {"person": ["arrived", ...], "officer": ["at door", "set out"], "broadcast": ["on air", "off air"],
                                "room": ["room ready"] or []}}}

ROOM: the picture and where things are in it. A point (x, y) mm of the floor, z mm above it, is drawn at
    px = left + x * scale,  py = top + y * scale * 0.62 - z * scale * 0.75

    {"view": [1000, 930], "scale": 0.055, "left": 100, "top": 300, "figure": 40,     figure: how high to draw somebody standing
     "width": 14400, "depth": 10600, "svg": "<svg ...>",                             the empty room, holding rooms and corridors
     "doors": [{"id": "main", "name": "Main doors", "wall": "north", "at": 7200, "width": 2400, "abreast": 2,
                "x": 496, "y": 300, "post": [540, 290]}],             x, y: its threshold; post: where an officer stands who keeps it
     "holding": [{"id": "corridor", "name": "Corridor", "doors": ["side", "main"], "x": 700, "y": 720, "w": 280, "h": 190,
                  "slots": [[710, 770, 125, 36], ...]}],              a chip for each who waits, in the order of people; x y w h
     "ways": {"corridor>side": {"line": [[840, 720], [960, 720], [960, 400]], "mm": 8000}},
              progress 0..1000 of a way runs evenly along the line; who queues at the door as nth (0 first) of those from this
              holding room stands `gap` * n before its end
     "gap": 24, "seats": [{"id": "n2", "x": 7200, "y": 4500, "fx": 7200, "fy": 5800, "chair": true}]}       mm

FILM, a list of ENTRY sorted by `at`, by `film(scenario, trace, ...)`. Every entry is known to a bystander at its `at`, and is
final: what comes later never changes it. A leg that says where somebody walks to is replaced by the next leg of the same
person if that begins sooner. At an instant the last leg begun counts. The first legs (at the start) tell where all are.

    {"at": 45120000, "what": "leg", "who": 7, "in": "away"}                                not in the house, or walking through it
    {"at": .., "what": "leg", "who": 7, "in": "holding", "holding": "corridor"}
    {"at": .., "what": "leg", "who": 7, "in": "way", "holding": "corridor", "door": "side", "until": .., "span": [0, 1000]}
                                            thousandths of the way: the first at `at`, the second at `until`, evenly between
    {"at": .., "what": "leg", "who": 7, "in": "door", "holding": "corridor", "door": "side"}   stands or queues there
    {"at": .., "what": "leg", "who": 7, "in": "room", "door": "side", "rest": "standing|sitting", "face": [7200, 5800],
     "path": [[0, 14400, 3000], [2400, 12300, 4600], [5100, 9000, 4500]]}
                                            [ms after `at`, x, y] in mm, evenly between; one point only: stands or sits there.
                                            walking until the last point, then at `rest`, looking at `face`
    {"at": .., "what": "entered", "who": [7], "text": "Sergei Lavrov enters by the side door, on air."}
        what: order, on air, off air, press in, press out, room ready, arrived, joined, called, set out, turned back, at door,
        keeps, opened, left, entered, took place, rose, sat, quiet word, sent out, took leave, accomplished, missed, remarked.
        For 4 s after `sent out` and `remarked` all heads in the room turn to `who`.
    {"at": .., "what": "breach", "n": 3, "rule": "leaders-first", "who": [2, 3], "marks": [2, 3], "text": "Breach of .."}
    {"at": .., "what": "breach over", "n": 3, "rule": "leaders-first", "who": [2, 3], "text": "The breach of .. is over .."}
        `marks` are to be marked as breaking the rule until the breach `n` is over, and at least for 3 s
    {"at": .., "what": "official", "until": .., "door": "side", "path": [[0, x, y], [1500, x, y], [14500, x, y], [16000, x, y]],
     "face": [7200, 5300], "text": "An official of the house notices: .. is broken."}   comes in, stands, goes; the last begun counts
    {"at": .., "what": "says", "until": .., "text": "Please wait outside. ..."}               the official's words, in a bubble
    {"at": .., "what": "door", "door": "side", "held": true, "kept": [15]}                the door's state from now on; kept: by whom

WALK, by `walk_document(scenario, plan, help)`:

    {"refusals": [{"code": "over-budget", "sentence": "...", "briefing": 0 | -1, "field": "read_back" | ""}],
     "legal": true, "liaison": {"spent": 120000, "of": 180000, "words": "2 of 3 min"},
     "standing": ["briefed|partly|..", ...] -> [{"who": "lavrov", "words": "read back ✓", "tone": "good|caution|alarm|plain"}],
     "film": [ENTRY..] | null,              null at help `none`, or where the plan cannot be walked: keep the film shown last
     "verdicts": [{"at": 45190000, "rule": "leaders-first", "title": "Leaders first", "sentence": "...", "who": [2]}] | null,
     "accomplished": true | null,           both only at help `verdicts`
     "lanes": [{"door": "main", "name": "Main doors", "people": [{"who": 0, "set_out": .., "at_door": .., "entered": ..,
                "took_place": .., "sat": .., "left": .., "briefing": 0 | -1}]}],
              by the door of the first entry; instants null where it does not happen. The last lane has door "": who never
              comes in, or whose time nobody can know. At help `none` only `entered`, and only where the clock says it
     "air": [[45150000, 45960000]]}

RUN, by `run_film(scenario, seed, plan, orders)`: {"film": [ENTRY..], "arrivals": [45200000 | null, ..]}  when each order arrives.

RESULT, by `result_document(scenario, seed, plan, orders)`: what `after-you run --json` prints, without `events`, and besides

    {"film": [ENTRY..], "words": {"grade": "an incident", "figures": [{"id": "precedence", "name": "Precedence", "points": 12}]},
     "day": ["Vladimir Putin: 95 s late."],                     what chance brought, in short; `circumstances` has all of it
     "plan": [["Ministers of Russia", "enter as soon as ...; read back"]],      rows of whom and what, orders last
     "accounts": [{"text", "source", "differs": "told otherwise" | ""}], "fictional": "" | "This day is made up ...",
     "reconstructed": [..], "questions": [..], "air": [[..]]}
     `plan` here is the rows; the name of the plan that `run --json` has is left out.

PAGE WORDS, by `words(page)` in page_words.py: {key: text} for the page "trainee", "desk" or "projector".
'''
