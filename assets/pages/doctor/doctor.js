// Tries what a class needs of a network, and tells the instructor's machine.

const ROUNDS = 10;
const STAYS = 12000;
const LONG = 8000;
const at = (id) => document.getElementById(id);
let words = {};

/** Send a few bytes and wait for the answer; the middle of ten round trips in ms, or -1. */
async function roundTrip() {
  const taken = [];
  for (let n = 0; n < ROUNDS; n += 1) {
    const began = performance.now();
    try {
      const answer = await fetch("echo", { method: "POST", body: "{}" });
      if (!answer.ok) return -1;
    } catch {
      return -1;
    }
    taken.push(performance.now() - began);
  }
  return Math.round(taken.sort((a, b) => a - b)[ROUNDS >> 1]);
}

/** Open a live connection and talk over it each second; how long it stayed (ms), and whether to the end. */
function liveConnection() {
  return new Promise((resolve) => {
    let socket;
    const began = performance.now();
    let opened = false;
    let timer = 0;
    const end = (stayed) => {
      clearInterval(timer);
      resolve({ socket: opened ? Math.round(performance.now() - began) : 0, socket_stayed: stayed });
      socket?.close();
    };
    try {
      const scheme = location.protocol === "https:" ? "wss" : "ws";
      socket = new WebSocket(`${scheme}://${location.host}/socket`);
    } catch {
      end(false);
      return;
    }
    const late = setTimeout(() => end(opened), STAYS);
    socket.onopen = () => {
      timer = setInterval(() => socket.readyState === 1 && socket.send("still here"), 1000);
    };
    socket.onmessage = () => { opened = true; };
    socket.onclose = () => { clearTimeout(late); end(false); };
  });
}

/** Ask for an answer that takes long; whether it came. */
async function longAnswer() {
  try {
    const answer = await fetch(`poll?ms=${LONG}`);
    return answer.ok && (await answer.json()).waited === LONG;
  } catch {
    return false;
  }
}

function row(name) {
  const line = document.createElement("li");
  const what = document.createElement("span");
  const state = document.createElement("span");
  what.textContent = words[name];
  state.textContent = words.waiting;
  line.append(what, state);
  at("steps").append(line);
  return () => { state.textContent = words.done; };
}

function show(found) {
  at("verdict").textContent = found.verdict;
  at("findings").replaceChildren(...found.findings.map((one) => {
    const line = document.createElement("li");
    const sentence = document.createElement("span");
    const state = document.createElement("span");
    line.className = one.state;
    sentence.textContent = one.sentence;
    state.textContent = words[one.state];
    line.append(sentence, state);
    return line;
  }));
  at("device").textContent = words.device.replace("{number}", found.number);
}

async function tell(report) {
  at("found").hidden = false;
  try {
    const answer = await fetch("report", { method: "POST", body: JSON.stringify(report) });
    show(await answer.json());
  } catch {
    at("verdict").textContent = words.lost;
  }
}

async function examine() {
  at("steps").replaceChildren();
  at("found").hidden = true;
  row("page")();
  const [round, live, long] = ["round_trip", "socket", "poll"].map(row);
  const [trip, connection, poll] = await Promise.all([
    roundTrip().then((found) => { round(); return found; }),
    liveConnection().then((found) => { live(); return found; }),
    longAnswer().then((found) => { long(); return found; }),
  ]);
  await tell({ width: window.innerWidth, round_trip: trip, poll, ...connection });
}

const told = await (await fetch("words.json")).json();
words = told.words;
document.documentElement.lang = told.language;
document.title = `After You: ${words.title}`;
at("title").textContent = words.title;
at("lead").textContent = words.lead;
at("result").textContent = words.result;
at("again").textContent = words.again;
at("again").addEventListener("click", examine);
examine();
