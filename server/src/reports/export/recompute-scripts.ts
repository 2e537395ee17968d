import { SHARE_NAMES } from '@planwright/schema/figures';

const KEYS = SHARE_NAMES.map((name) => `"${name}"`).join(', ');

/**
 * Shares over the items of each person with Wilson's score interval for as many items as these are worth (Korn & Graubard 1998),
 * changes with the interval of the paired t: computed by R's own `t.test`, and in Python from their formulas, t's quantile by bisection over the
 * incomplete beta function (continued fraction, Numerical Recipes 6.4).
 */
export const R_SCRIPT = `people <- read.csv("people.csv", check.names = FALSE)
shares <- read.csv("shares.csv", check.names = FALSE)
numbers <- read.csv("numbers.csv", stringsAsFactors = FALSE)
got <- list()
shareInterval <- function(count, of) {
  count <- count[of > 0]; of <- of[of > 0]; k <- length(of); p <- sum(count) / sum(of)
  if (k == 1 && of > 1) return(c(0, 1))
  if (sum(of) == k) { n <- k; z <- qnorm(0.975) } else {
    z <- qt(0.975, k - 1)
    if (p == 0 || p == 1) n <- k else {
      seen <- k / (k - 1) * sum((count - p * of)^2) / sum(of) / (p * (1 - p))
      usual <- 1 + (sum(of^2) / sum(of) - 1) * 0.4; weight <- 4 * k * p * (1 - p)
      n <- sum(of) * (weight + 1) / (weight * seen + usual)
    }
  }
  ends <- (p + z^2 / (2 * n) + c(-1, 1) * z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))) / (1 + z^2 / n)
  c(if (p == 0) 0 else ends[1], if (p == 1) 1 else ends[2])
}
for (key in c(${KEYS})) {
  count <- sum(shares[[paste0(key, ".count")]]); of <- sum(shares[[paste0(key, ".of")]])
  if (of == 0) next
  ci <- shareInterval(shares[[paste0(key, ".count")]], shares[[paste0(key, ".of")]])
  got[[paste0(key, ".share")]] <- count / of
  got[[paste0(key, ".low")]] <- ci[1]
  got[[paste0(key, ".high")]] <- ci[2]
}
for (column in grep("\\\\.before$", names(people), value = TRUE)) {
  metric <- sub("\\\\.before$", "", column)
  change <- people[[paste0(metric, ".after")]] - people[[column]]
  change <- change[!is.na(change)]
  got[[paste0("change.", metric, ".estimate")]] <- mean(change)
  if (length(change) > 1 && sd(change) > 0) {
    ci <- t.test(change)$conf.int
    got[[paste0("change.", metric, ".low")]] <- ci[1]
    got[[paste0("change.", metric, ".high")]] <- ci[2]
  }
}
if (file.exists("ratings.csv")) {
  ratings <- read.csv("ratings.csv", stringsAsFactors = FALSE)
  for (i in seq_len(nrow(ratings))) {
    key <- paste0("rating.", ratings$rating[i]); count <- ratings$count[i]; of <- ratings$of[i]
    ci <- shareInterval(rep(c(1, 0), c(count, of - count)), rep(1, of))
    got[[paste0(key, ".share")]] <- count / of
    got[[paste0(key, ".low")]] <- ci[1]
    got[[paste0(key, ".high")]] <- ci[2]
  }
}
wrong <- 0
for (i in seq_len(nrow(numbers))) {
  key <- numbers$key[i]; told <- numbers$value[i]; mine <- got[[key]]
  if (is.null(mine) || abs(mine - told) > 1e-9 * max(1, abs(told))) {
    cat(sprintf("DIFFERS %s: report %.12g, recomputed %s\\n", key, told, if (is.null(mine)) "nothing" else sprintf("%.12g", mine)))
    wrong <- wrong + 1
  }
}
cat(sprintf("%d figures, %d differ\\n", nrow(numbers), wrong))
quit(status = if (wrong > 0) 1 else 0)
`;

export const PYTHON_SCRIPT = `import csv, math, os, statistics, sys

def beta_fraction(a, b, x):
    tiny, c = 1e-300, 1.0
    d = 1 - (a + b) * x / (a + 1)
    d = 1 / (d if abs(d) > tiny else tiny)
    h = d
    for m in range(1, 1000):
        for k in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                  -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d = 1 + k * d
            d = 1 / (d if abs(d) > tiny else tiny)
            c = 1 + k / c
            c = c if abs(c) > tiny else tiny
            h *= d * c
        if abs(d * c - 1) < 1e-16:
            break
    return h

def beta_share(a, b, x):
    if x <= 0: return 0.0
    if x >= 1: return 1.0
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    if x < (a + 1) / (a + b + 2): return front * beta_fraction(a, b, x) / a
    return 1 - front * beta_fraction(b, a, 1 - x) / b

def t_quantile_975(df):
    low, high = 0.0, 1e4
    for _ in range(200):
        mid = (low + high) / 2
        if 0.5 * beta_share(df / 2, 0.5, df / (df + mid * mid)) > 0.025: low = mid
        else: high = mid
    return (low + high) / 2

def share_interval(parts):
    k, total = len(parts), sum(of for _, of in parts)
    share = sum(count for count, _ in parts) / total
    if k == 1 and total > 1: return 0.0, 1.0
    z = statistics.NormalDist().inv_cdf(0.975) if total == k else t_quantile_975(k - 1)
    n = k
    if total > k and 0 < share < 1:
        seen = k / (k - 1) * math.fsum((count - share * of) ** 2 for count, of in parts) / total / (share * (1 - share))
        usual = 1 + (sum(of * of for _, of in parts) / total - 1) * 0.4
        weight = 4 * k * share * (1 - share)
        n = total * (weight + 1) / (weight * seen + usual)
    middle = share + z * z / (2 * n)
    half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return (0.0 if share == 0 else max(0.0, (middle - half) / (1 + z * z / n)),
            1.0 if share == 1 else min(1.0, (middle + half) / (1 + z * z / n)))

with open("people.csv", newline="", encoding="utf-8") as file: people = list(csv.DictReader(file))
with open("shares.csv", newline="", encoding="utf-8") as file: shares = list(csv.DictReader(file))
with open("numbers.csv", newline="", encoding="utf-8") as file: numbers = list(csv.DictReader(file))
got = {}
for key in (${KEYS}):
    count = sum(int(row[key + ".count"]) for row in shares)
    of = sum(int(row[key + ".of"]) for row in shares)
    if of == 0: continue
    share = count / of
    got[key + ".share"] = share
    got[key + ".low"], got[key + ".high"] = share_interval(
        [(int(row[key + ".count"]), int(row[key + ".of"])) for row in shares if int(row[key + ".of"]) > 0])
for column in (people[0] if people else {}):
    if not column.endswith(".before"): continue
    metric = column[: -len(".before")]
    change = [float(p[metric + ".after"]) - float(p[column]) for p in people if p[column] and p[metric + ".after"]]
    if not change: continue
    mean = math.fsum(change) / len(change)
    got["change." + metric + ".estimate"] = mean
    if len(change) > 1 and statistics.stdev(change) > 0:
        half = t_quantile_975(len(change) - 1) * statistics.stdev(change) / math.sqrt(len(change))
        got["change." + metric + ".low"] = mean - half
        got["change." + metric + ".high"] = mean + half
if os.path.exists("ratings.csv"):
    with open("ratings.csv", newline="", encoding="utf-8") as file: ratings = list(csv.DictReader(file))
    for row in ratings:
        key, count, of = "rating." + row["rating"], int(row["count"]), int(row["of"])
        got[key + ".share"] = count / of
        got[key + ".low"], got[key + ".high"] = share_interval([(1, 1)] * count + [(0, 1)] * (of - count))
wrong = 0
for number in numbers:
    told, mine = float(number["value"]), got.get(number["key"])
    if mine is None or abs(mine - told) > 1e-9 * max(1, abs(told)):
        print(f"DIFFERS {number['key']}: report {told:.12g}, recomputed {mine}")
        wrong += 1
print(f"{len(numbers)} figures, {wrong} differ")
sys.exit(1 if wrong else 0)
`;
