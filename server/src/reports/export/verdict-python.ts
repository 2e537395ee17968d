/**
 * Computes the verdict of an experiment again from `experiment.csv`, in Python without packages: the difference of means with
 * HC2 errors and Satterthwaite's degrees of freedom, each arm with a spread of its own; for yes and no the exact test of Chan
 * and Zhang; with several arms Dunnett's or Bonferroni's intervals. Written from the formulas, not from our own code.
 */
export const VERDICT_PYTHON = `import csv, math, os, statistics, sys

if not os.path.exists("experiment.csv"):
    print("no experiment whose results were opened")
    sys.exit(0)
N = statistics.NormalDist()

def beta_fraction(a, b, x):
    tiny, c = 1e-300, 1.0
    d = 1 - (a + b) * x / (a + 1)
    d = 1 / (d if abs(d) > tiny else tiny)
    h = d
    for m in range(1, 5000):
        for k in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                  -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d = 1 + k * d
            d = 1 / (d if abs(d) > tiny else tiny)
            c = 1 + k / c
            c = c if abs(c) > tiny else tiny
            h *= d * c
        if abs(d * c - 1) < 1e-16: break
    return h

def beta_share(a, b, x):
    if x <= 0: return 0.0
    if x >= 1: return 1.0
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    if x < (a + 1) / (a + b + 2): return front * beta_fraction(a, b, x) / a
    return 1 - front * beta_fraction(b, a, 1 - x) / b

def t_upper(t, df): return 0.5 * beta_share(df / 2, 0.5, df / (df + t * t))

def t_quantile(level, df):
    low, high, tail = 0.0, 1e5, (1 - level) / 2
    for _ in range(200):
        mid = (low + high) / 2
        if t_upper(mid, df) > tail: low = mid
        else: high = mid
    return (low + high) / 2

def inverse(matrix):
    n = len(matrix)
    rows = [list(row) + [1.0 if i == j else 0.0 for j in range(n)] for i, row in enumerate(matrix)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [value / rows[i][i] for value in rows[i]]
        for r in range(n):
            if r != i: rows[r] = [a - rows[r][i] * b for a, b in zip(rows[r], rows[i])]
    return [row[n:] for row in rows]

def dot(a, b): return math.fsum(x * y for x, y in zip(a, b))
def product(a, b): return [[dot(row, column) for column in zip(*b)] for row in a]
def times(a, v): return [dot(row, v) for row in a]

def contrast(y, group, columns):
    "(estimate, error, df, part of the error that group 0 brings in), or None"
    n = len(y)
    sizes = [group.count(0), group.count(1)]
    if min(sizes) < 2 or n <= len(columns) + 2 or len(set(y)) == 1: return None
    scaled = []
    for column in columns:
        mean = math.fsum(column) / n
        spread = math.sqrt(math.fsum((v - mean) ** 2 for v in column) / n)
        scaled.append([(v - mean) / spread if spread > 0 else 0.0 for v in column])
    x = [[1.0, float(group[i])] + [column[i] for column in scaled] for i in range(n)]
    middle = math.fsum(y) / n
    target = [v - middle for v in y]
    def moments(weight): return [[math.fsum(weight[i] * x[i][j] * x[i][k] for i in range(n)) for k in range(len(x[0]))] for j in range(len(x[0]))]
    inv = inverse(moments([1.0] * n))
    beta = times(inv, [math.fsum(x[i][j] * target[i] for i in range(n)) for j in range(len(x[0]))])
    left = [target[i] - dot(x[i], beta) for i in range(n)]
    reach = [times(inv, row) for row in x]
    free = [1 - dot(x[i], reach[i]) for i in range(n)]
    most = max(abs(row[1]) for row in reach)
    if any(free[i] < 1e-10 and abs(reach[i][1]) > 1e-7 * most for i in range(n)): return None
    def taken(variances):
        spread = product(product(inv, moments([variances[g] for g in group])), inv)
        return lambda a, b: [[inv[j][k] * (variances[a] + variances[b]) - spread[j][k] for k in range(len(inv))] for j in range(len(inv))]
    def expected(variances):
        of = taken(variances)
        own = [of(0, 0), of(1, 1)]
        return [variances[group[i]] - dot(x[i], times(own[group[i]], x[i])) for i in range(n)]
    seen = [math.fsum(left[i] ** 2 for i in range(n) if group[i] == g) for g in (0, 1)]
    variances = [1.0, 1.0]
    if sum(seen) > 0:
        for _ in range(200):
            hope = expected(variances)
            sums = [math.fsum(hope[i] for i in range(n) if group[i] == g) for g in (0, 1)]
            after = [variances[g] * seen[g] / sums[g] if sums[g] > 0 else variances[g] for g in (0, 1)]
            still = all(abs(after[g] - variances[g]) <= 1e-13 * sum(after) for g in (0, 1))
            variances = after
            if still: break
    rest = expected(variances)
    shares = [0.0 if free[i] < 1e-10 else reach[i][1] ** 2 * variances[group[i]] / max(rest[i], 5e-324) for i in range(n)]
    part = [math.fsum(shares[i] * left[i] ** 2 for i in range(n) if group[i] == g) for g in (0, 1)]
    error = math.sqrt(sum(part))
    if not error > 10 * sys.float_info.epsilon * max(abs(v) for v in y): return None
    careful = [variances[g] * (1 + 6 / math.fsum(free[i] for i in range(n) if group[i] == g)) for g in (0, 1)]
    of = taken(careful)
    sums = [moments([shares[i] if group[i] == g else 0.0 for i in range(n)]) for g in (0, 1)]
    squares = 0.0
    for a in (0, 1):
        for b in (0, 1):
            g = of(a, b)
            whole = product(product(g, sums[b]), product(g, sums[a]))
            squares += math.fsum(whole[j][j] for j in range(len(whole)))
    trace, own = 0.0, [of(0, 0), of(1, 1)]
    for i in range(n):
        lost = dot(x[i], times(own[group[i]], x[i]))
        over = careful[group[i]] - lost
        trace += shares[i] * over
        squares += shares[i] ** 2 * (over * over - lost * lost)
    return beta[1], error, trace * trace / squares, part[0] / sum(part)

POINTS = ((0.0, 0.5688888888888889), (0.5384693101056831, 0.47862867049936647), (-0.5384693101056831, 0.47862867049936647),
          (0.906179845938664, 0.23692688505618908), (-0.906179845938664, 0.23692688505618908))

def integral(f, start, end, parts):
    half, total = (end - start) / parts / 2, 0.0
    for i in range(parts):
        middle = start + (2 * i + 1) * half
        total += sum(weight * f(middle + half * x) for x, weight in POINTS)
    return total * half

def within(c, shares):
    def at(z):
        value = math.exp(-z * z / 2) / math.sqrt(2 * math.pi)
        for share in shares:
            common, own = math.sqrt(share), math.sqrt(1 - share)
            value *= (1.0 if abs(z) <= c else 0.0) if own < 1e-12 else max(0.0, N.cdf((c - common * z) / own) - N.cdf((-c - common * z) / own))
        return value
    return 2 * integral(at, 0, 8, 24)

def dunnett(c, shares, df):
    if df > 1e5: return within(c, shares)
    constant = (df / 2) * math.log(df / 2) - math.lgamma(df / 2) + math.log(2)
    reach = 8 / math.sqrt(2 * df)
    start, end = -reach - 20 / df, min(reach, math.log(1 + 160 / df) / 2)
    return integral(lambda u: math.exp(constant + df * u - df / 2 * math.exp(2 * u)) * within(c * math.exp(u), shares), start, end, 40)

def dunnett_quantile(level, shares, df):
    low, high = t_quantile(level, df), t_quantile(1 - (1 - level) / len(shares), df) * 1.0001
    for _ in range(45):
        mid = (low + high) / 2
        if dunnett(mid, shares, df) < level: low = mid
        else: high = mid
    return (low + high) / 2

def score(n1, n2, x1, x2, delta):
    p1, p2 = x1 / n1, x2 / n2
    distance = p1 - p2 - delta
    if abs(distance) < 1e-14: return 0.0
    r = n2 / n1
    a, b = 1 + r, -(1 + r + p1 + r * p2 + delta * (r + 2))
    c, d = delta * delta + delta * (2 * p1 + r + 1) + p1 + r * p2, -p1 * delta * (1 + delta)
    v = b ** 3 / (3 * a) ** 3 - b * c / (6 * a * a) + d / (2 * a)
    u = math.copysign(1, v or 1) * math.sqrt(max(0.0, b * b / (3 * a) ** 2 - c / (3 * a)))
    w = math.pi / 2 if u == 0 else (math.pi + math.acos(min(1.0, max(-1.0, v / u ** 3)))) / 3
    q1 = min(min(1.0, 1 + delta), max(max(0.0, delta), 2 * u * math.cos(w) - b / (3 * a)))
    q2 = min(1.0, max(0.0, q1 - delta))
    variance = q1 * (1 - q1) / n1 + q2 * (1 - q2) / n2
    return math.copysign(math.inf, distance) if variance <= 1e-15 else distance / math.sqrt(variance)

def masses(n, p):
    if p <= 0: return [1.0] + [0.0] * n
    if p >= 1: return [0.0] * n + [1.0]
    return [math.exp(math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1) + k * math.log(p) + (n - k) * math.log1p(-p)) for k in range(n + 1)]

def chance_of(n1, n2, x1, x2, delta):
    seen = score(n1, n2, x1, x2, delta) - 1e-9
    start, a = [], 0
    for b in range(n2 + 1):
        while a <= n1 and score(n1, n2, a, b, delta) < seen: a += 1
        start.append(a)
    def chance(p2):
        tail = masses(n1, min(1.0, max(0.0, p2 + delta))) + [0.0]
        for k in range(n1 - 1, -1, -1): tail[k] += tail[k + 1]
        return min(1.0, sum(m * tail[s] for m, s in zip(masses(n2, p2), start)))
    low, high = max(0.0, -delta), min(1.0, 1 - delta)
    first, last = math.asin(math.sqrt(low)), math.asin(math.sqrt(high))
    if last - first < 1e-12: return chance(low)
    at = lambda angle: chance(min(high, max(low, math.sin(angle) ** 2)))
    points = math.ceil(12 + 4 * (last - first) * math.sqrt(n1 + n2))
    step = (last - first) / points
    values = [at(first + i * step) for i in range(points + 1)]
    where = max(range(points + 1), key=lambda i: values[i])
    best, a, b = values[where], first + max(0, where - 1) * step, first + min(points, where + 1) * step
    for _ in range(24):
        left, right = a + 0.382 * (b - a), b - 0.382 * (b - a)
        one, other = at(left), at(right)
        best = max(best, one, other)
        if one < other: a = left
        else: b = right
    return best

def lower_end(n1, n2, x1, x2, tail):
    kept = lambda delta: chance_of(n1, n2, x1, x2, delta) > tail
    estimate, low = x1 / n1 - x2 / n2, -1.0
    high, delta = estimate, -1 + 1 / 64
    while delta < estimate:
        if kept(delta):
            high = delta
            break
        low, delta = delta, delta + 1 / 64
    if low == -1.0 and kept(-1 + 1e-9): return -1.0
    while high - low > 1e-9:
        middle = (low + high) / 2
        if kept(middle): high = middle
        else: low = middle
    return high

with open("experiment.csv", newline="", encoding="utf-8") as file: people = list(csv.DictReader(file))
with open("experiment-settings.csv", newline="", encoding="utf-8") as file: settings = {row["key"]: row["value"] for row in csv.DictReader(file)}
with open("verdicts.csv", newline="", encoding="utf-8") as file: told = list(csv.DictReader(file))
arms = settings["arms"].split(",")
smallest, m = float(settings["smallestEffect"]), len(arms) - 1
level = 1 - 0.05 / m
measured = [dict(p, outcome=float(p["outcome"])) for p in people if p["outcome"] != ""]

def of_arm(arm): return [p for p in measured if p["arm"] == arm]
def units(arm):
    if settings["unit"] == "PERSON": return [p["outcome"] for p in of_arm(arm)]
    groups = {}
    for p in of_arm(arm): groups.setdefault(p["cluster"], []).append(p["outcome"])
    return [math.fsum(group) / len(group) for group in groups.values()]
known = [float(p["baseline"]) for p in measured if p["baseline"] != ""]
middle = math.fsum(known) / len(known) if known else 0.0

def compare(arm):
    before, after = of_arm(arms[0]), of_arm(arm)
    if settings["unit"] == "PERSON" and len(set(known)) > 1:
        both = before + after
        baseline = [float(p["baseline"]) if p["baseline"] != "" else middle for p in both]
        if len(set(baseline)) > 1:
            found = contrast([p["outcome"] for p in both], [0] * len(before) + [1] * len(after), [baseline])
            if found: return found
    first, second = units(arms[0]), units(arm)
    return contrast(first + second, [0] * len(first) + [1] * len(second), [])

def intervals():
    if settings["unit"] == "PERSON" and settings["scale"] == "YES_NO":
        found = []
        for arm in arms[1:]:
            x2, n2 = sum(p["outcome"] >= 0.5 for p in of_arm(arms[0])), len(of_arm(arms[0]))
            x1, n1 = sum(p["outcome"] >= 0.5 for p in of_arm(arm)), len(of_arm(arm))
            if n1 == 0 or n2 == 0:
                found.append((None, None, None))
                continue
            tail = (1 - level) / 2
            found.append((x1 / n1 - x2 / n2, lower_end(n1, n2, x1, x2, tail), -lower_end(n2, n1, x2, x1, tail)))
        return found
    found = [compare(arm) for arm in arms[1:]]
    dfs = [f[2] if f else 0.0 for f in found]
    least = min(dfs)
    is_dunnett = m > 1 and least > 0 and least >= 0.5 * max(dfs)
    reach = dunnett_quantile(0.95, [f[3] for f in found], least) if is_dunnett else None
    return [(None, None, None) if f is None else (f[0], f[0] - f[1] * (reach or t_quantile(level, f[2])), f[0] + f[1] * (reach or t_quantile(level, f[2]))) for f in found]

def verdict(arm, low, high):
    a, b = len(units(arms[0])), len(units(arm))
    if min(a, b) < 4 or min(1.0, 2 / math.comb(a + b, min(a, b))) > 1 - level + 1e-12: return "TOO_FEW"
    if settings["comparable"] != "1": return "NOT_COMPARABLE"
    if low is None or not high - low > 1e-12 * max(abs(low), abs(high), 5e-324): return "INCONCLUSIVE"
    if settings["exploratory"] == "1": return "EXPLORATORY"
    if low > -smallest and high < smallest: return "EQUIVALENT"
    if low <= 0 <= high: return "INCONCLUSIVE"
    meaningful = low >= smallest if low > 0 else high <= -smallest
    better = (low > 0) == (settings["direction"] == "HIGHER_IS_BETTER")
    return ("BETTER_" if better else "WORSE_") + ("MEANINGFUL" if meaningful else "TESTED")

wrong = 0
for row, arm, (estimate, low, high) in zip(told, arms[1:], intervals()):
    mine = {"estimate": estimate, "low": low, "high": high, "verdict": verdict(arm, low, high)}
    for key, value in mine.items():
        if key == "verdict": same = value == row[key]
        elif low is None and key == "estimate": continue
        elif row[key] == "" or value is None: same = row[key] == "" and value is None
        else: same = abs(value - float(row[key])) <= 1e-6 * max(1.0, abs(float(row[key])))
        if not same:
            print(f"DIFFERS {arm} {key}: report {row[key] or 'nothing'}, recomputed {value}")
            wrong += 1
    print(f"{arm} minus {arms[0]}: {mine['verdict']}")
print(f"{len(told)} comparisons, {wrong} figures differ")
sys.exit(1 if wrong else 0)
`;
