'''What is told of a scenario, of a walk-through, of a day while it is lived and of its result: JSON for page and game.

Everything here is a pure function from values to what `json.dumps` takes. Instants are ms since midnight of the
scenario's date, lengths in the room mm, lengths in the picture units of its viewBox. Where a field is called `who` (or
`members`, `marks`, `kept`) people are meant by their place in SCENARIO.people; briefings and orders name them by id.
Texts are in the language of the host; they are put in as text, never as markup.

SCENARIO, by `scenario.scenario_document(scenario)`: all that may be known before the day. No plan of its own is in it.

    {"id": "pyongyang-2024", "title": "Leaders first", "place": "Pyongyang", "date": "2024-06-19",
     "date_words": "19 June 2024", "language": "en", "fictional": false, "start": 45120000, "end": 45960000,
     "difficulty": {"is": 3, "of": 5, "words": "demanding"},
     "situation": ["The visit is hours late and ..."], "learning": ["Read the custom of the house ..."],
     "aim": {"sentence": "Everybody in place by 12:45:30 at the latest. Planned is 12:41:20; later than that costs ...",
             "by": 45930000, "due": 45680000, "seated": false, "who": [0, 1]},
     "room": ROOM,
     "delegations": [{"id": "dprk", "name": "Democratic People's Republic of Korea", "short": "DPR Korea",
                      "side": "host", "side_words": "host", "through": "", "shape": "circle", "shape_words": "circle",
                      "pattern": "plain", "colour": "#024fa2", "emblem": "M-10 0a10 10 ...Z",
                      "flag": {"stripes": ["#024fa2"], "vertical": false, "emblem": "disc", "emblem_colour": "#fff"}}],
         `through`: the opposite number by whom they are reached, or empty. `emblem`: the outline of the shape round 0,0
         with radius 10; filled white, stroked in `colour`, and inside it the pattern: plain (the outline again at 0.45,
         filled), bar, dot or cross
     "people": [{"id": "lavrov", "name": "Sergei Lavrov", "short": "Lavrov", "office": "Minister of Foreign Affairs",
                 "of": "russia", "holds": "corridor", "seat": "russia-2", "principal": false, "role": "delegate",
                 "groups": ["russia", "russia.ministers", "all"], "pace": "1.2 m/s",
                 "habit": {"lines": ["Takes the side door, sets out at 12:33:10 ... (reconstructed)"], "door": "side",
                           "fields": {"door": "side", "set_out": "at 12:33:10", "spacing": "1.5 s"}}}],
         `role`: delegate, officer (of the house; no seat) or uninvited (seen only once they come). `seat` may be null
     "orders": [{"of": "russia", "title": "Russian Federation", "system": "agreed list", "source": "YTN, 19 June 2024",
                 "places": [{"rank": 1, "who": [1], "reason": "guest leader"}]}],       `of`: a delegation, or joint
     "lists": [{"title": "Russian Federation",
                "rows": [{"name": "russia.ministers", "title": "Ministers (7)", "detail": "Lavrov, Manturov, ...",
                          "members": [2, 3], "group": true, "officer": false, "rank": null}]}],
         everybody and every group that can be briefed, as they are listed beside the plan
     "briefable": ["russia.ministers", "lavrov"],                                  the names in `lists`, each once
     "fields": {"lavrov": {"doors": [{"id": "side", "words": "Side door · 8 m"}], "cues": ["enter", "set_out", "sit"],
                           "spacing": false, "pace": true, "place": true, "rooms": ["corridor"], "read_back": 60000,
                           "escorts": [{"id": "liaison-officer", "words": "Liaison officer"}]}},
         what can be said to each name of `lists`. `read_back`: what it costs, ms; 0 for officers, who need none
     "paces": ["0.8 m/s"], "seats": [{"id": "russia-2", "words": "russia-2, agreed for Lavrov"}],
     "rules": [{"id": "leaders-first", "title": "Leaders first", "sentence": "Delegations wait outside until ...",
                "gravity": "grave", "gravity_words": "grave if broken", "house": "If it is broken and nobody acts, ...",
                "origin": "Source: Kyiv Post, 20 June 2024 · how sure: ...", "source": "kyiv-post",
                "confidence": "medium", "reconstructed": false, "waivable": false}],  the gravest first
     "liaison": {"minutes": 180000, "read_back": 60000, "radio": 6000, "asks": 6000, "word": 10000,
                 "escorts": [{"id": "liaison-officer", "words": "Liaison officer"}],
                 "before": [{"figure": "3 min", "words": "of the liaison's time in all", "more": "Sending ..."}],
                 "after": [{"figure": "6 s", "words": "until an order by radio arrives, one at a time", "more": ""}]},
     "programme": [{"at": 45150000, "clock": "12:32:30", "sentence": "The broadcast goes on air", "more": "",
                    "reconstructed": true}],
     "chances": [{"chance": "15 %", "sentence": "A message that is only sent never reaches a holding room",
                  "because": "Drawn for each ...", "reconstructed": false}],           what may happen, never what does
     "broadcast": [[45150000, 45960000]],                                              as announced
     "sources": [{"id": "ytn", "title": "Members of the two delegations", "origin": "YTN, 19 June 2024", "url": ""}],
     "reconstructed": ["The plan of the room and all distances."],
     "verbs": [{"verb": "hold", "words": "Hold", "of": "people", "says": "hold {who}"}],  of: people, door, rule, nobody
     "waivable": [{"id": "leaders-first", "title": "Leaders first"}],
     "words": {"kinds": {"habit": "As habit", "clock": "At a clock time", "door": "At the door by", "after": "...",
                         "once": "At once", "word": "On the officer's word"},
               "moments": {"entered": "has entered"}, "fields": {"door": "Door"}, "officer_fields": {"enter": "..."},
               "broadcast": "The broadcast", "room": "The room",
               "kind_moments": {"person": ["arrived"], "officer": ["set out", "at door"],
                                "broadcast": ["on air", "off air"], "room": []}}}

ROOM, by `room.room_document(scenario)`: a picture and where things lie in it. A point x, y mm of the floor, z mm above
it, is drawn at
    px = left + x * scale          py = top + y * scale * 0.62 - z * scale * 0.75

    {"view": [1000, 1036], "scale": 0.05791, "left": 83.1, "top": 322.3, "figure": 100, "outside": 0.62, "gap": 30,
     "width": 14400, "depth": 10600, "svg": "<svg xmlns=... viewBox=\\"0 0 1000 1036\\" ...>",
     "doors": [{"id": "main", "name": "Main doors", "wall": "north", "at": 7200, "width": 2400, "abreast": 2,
                "x": 500, "y": 322.3, "post": [594, 167]}],
     "holding": [{"id": "corridor", "name": "Corridor", "doors": ["side", "main"], "x": 492, "y": 778, "w": 242,
                  "h": 254, "slots": [[500, 822, 226, 44]]}],
     "ways": {"corridor>side": {"line": [[613.1, 778], [613.1, 762.8], [962, 762.8], [962, 430]], "mm": 8000}},
     "seats": [{"id": "russia-2", "x": 7200, "y": 4450, "fx": 7200, "fy": 5800, "chair": true}]}

    `figure`: how high somebody standing in the room is drawn; outside it `outside` times as high. A door's `x` and
    `y`: the middle of its threshold; `post`: the feet of an officer who stands there. `slots`: left, top, width and
    height of a chip for each who waits in that room or is expected there, in the order of people. A `way` is walked
    evenly from its beginning (0) to its end (1000); who queues at the door as nth of those from one holding room (0
    first, in the order in which they came) stands `gap` * n before its end. Seats are in mm. The picture has three
    groups: class `still` behind everybody, `depth` whose children are in the order of their `data-y` (mm from the
    north wall: people are put between them by their y), and `near` before everybody. Groups of class `shot` show what
    the cameras see.

FILM, by `film.film(scenario, trace)`: a list of entries sorted by `at`. Each could be known at its `at`, and is
final: nothing that comes later changes it. Where somebody is at an instant is said by their last leg begun by then,
wherever it would have led; of legs at one instant the last counts. At `start` there is a leg for everybody.

    {"at": .., "what": "leg", "who": 7, "in": "away"}                  not in the house, or walking through it
    {"at": .., "what": "leg", "who": 7, "in": "holding", "holding": "corridor"}
    {"at": .., "what": "leg", "who": 7, "in": "way", "holding": "corridor", "door": "side", "until": ..,
     "span": [0, 1000]}                                                thousandths of the way: at `at`, and at `until`
    {"at": .., "what": "leg", "who": 7, "in": "door", "holding": "corridor", "door": "side"}      stands or queues
    {"at": .., "what": "leg", "who": 7, "in": "room", "door": "side", "rest": "standing", "face": [7200, 5800],
     "path": [[0, 14400, 3000], [2400, 12300, 4600], [5100, 9000, 4500]]}
        ms after `at`, x, y in mm, evenly between; then at `rest` (standing or sitting), looking at `face`
    {"at": .., "what": "entered", "who": [7], "text": "Sergei Lavrov enters by the side door, on air."}
        `what`: order, on air, off air, press in, press out, room ready, arrived, joined, called, set out, turned back,
        at door, keeps, opened, left, entered, took place, rose, sat, quiet word, sent out, took leave, accomplished,
        missed, remarked. For 4 s after `sent out` and `remarked` all heads in the room turn to `who`
    {"at": .., "what": "breach", "n": 3, "rule": "leaders-first", "who": [2], "marks": [2], "text": "Breach of ..."}
    {"at": .., "what": "breach over", "n": 3, "rule": "leaders-first", "who": [2], "text": "The breach of ... is over"}
        `marks` are marked as breaking the rule until the breach `n` is over, and for 3 s at least
    {"at": .., "what": "official", "n": 0, "until": .., "door": "side", "face": [7200, 5300],
     "path": [[0, 14400, 3000], [1500, 12900, 1400], [14500, 12900, 1400], [16000, 14400, 3000]], "text": "... notices"}
        somebody of the house comes in, stands there, goes; of several the last begun counts
    {"at": .., "what": "says", "n": 0, "until": .., "text": "Please wait outside. ..."}       while the visit `n` counts
    {"at": .., "what": "door", "door": "side", "held": true, "kept": [15]}    from now on; kept: by which officers

RUN, by `film.run_film(scenario, seed, plan, orders)`: {"film": FILM, "arrivals": [45200000, null]}: when each order
arrives, in the order given; null: not before the end. An order changes nothing before it arrives. Where the radio takes
no time it arrives at the instant at which it is given: what was told up to and with that instant may then change, so
orders are given for a later instant than the last one told.

WALK, by `walk.walk_document(scenario, plan, help)`:

    {"refusals": [{"code": "over-budget", "sentence": "The read-backs take 4 min ...", "briefing": -1, "field": ""}],
     "legal": false, "liaison": {"spent": 240000, "of": 180000, "words": "4 min of 3 min"},
     "standing": {"lavrov": ["read back ✓", "good"]},     by name of `lists`; tones: good, caution, alarm_soft, plain
     "film": FILM,              null at help `none`, and where nobody can walk the plan: the film shown last then stays
     "verdicts": [{"at": 45190000, "rule": "leaders-first", "title": "Leaders first", "sentence": "...", "who": [2]}],
     "accomplished": true,      both null but at help `verdicts`
     "lanes": [{"door": "main", "name": "Main doors",
                "people": [{"who": 0, "set_out": .., "at_door": .., "entered": .., "took_place": .., "sat": ..,
                            "left": null, "briefing": 0}]}],
        by the door of the first entry, the earliest first; null: it does not happen. The last lane, with an empty door,
        is for who never comes in, or when nobody can know. `briefing`: the place of the closest one in the plan, or -1.
        Officers stand in the lane of their door from `at_door`, and have `until` and `keeps` (from, until) besides.
        At help `none` there is only `entered`, and only where the clock says it
     "air": [[45150000, 45960000]]}

RESULT, by `result.result_document(scenario, seed, plan, orders)`: what `after-you run --json` prints without `events`,
and besides

    {"plan": [["The ministers of Russia", "enter as soon as ...; read back"], ["Live, 12:33", "hold Sergei Lavrov"]],
     "words": {"grade": "an incident", "figures": [{"id": "precedence", "name": "Precedence", "points": -60}]},
     "day": ["Vladimir Putin: 1 min 35 s late."],              what chance brought; `circumstances` has all of it
     "film": FILM, "air": [[45150000, 45960000]],
     "accounts": [{"text": "...", "source": "...; Kyiv Post, 20 June 2024", "differs": "told otherwise"}],
     "fictional": "", "reconstructed": ["..."], "questions": [["a point of the lesson", "a question on it"]]}

WORDS, by `page_words.words(page)`: {key: text} for the page trainee, desk or projector.
'''
