# Expected figures for statistics.test.ts, each beside the R expression that gave it:
#   Rscript server/src/statistics/testing/r-cases.R > server/src/statistics/testing/r-cases.json
# Needs R >= 4.2 with jsonlite, sandwich, clubSandwich, metafor, survey, lmtest and psych (Debian: r-base-core r-cran-...).
suppressPackageStartupMessages({
  library(jsonlite); library(sandwich); library(clubSandwich); library(metafor); library(MASS)
})
options(digits = 17, warn = -1)
cases <- list()
# f: our function; args: what it is given, by name for R and in this order for us; r: what R is asked; path: where our answer has it
case <- function(f, args, r, path = "", tolerance = NULL, source = NULL) {
  value <- suppressWarnings(as.numeric(eval(parse(text = r), envir = list2env(args, parent = globalenv()))))[1]
  one <- list(f = f, args = unname(args), r = r, path = path, value = if (is.finite(value)) value else as.character(value))
  if (!is.null(tolerance)) one$tolerance <- tolerance
  if (!is.null(source)) one$source <- source
  cases[[length(cases) + 1]] <<- one
}
many <- function(f, args, of, source = NULL, tolerance = NULL) for (path in names(of)) case(f, args, of[[path]], path, tolerance, source)

# ---- distributions
for (x in c(-8, -2.5, -0.3, 0.7, 1.96, 6)) many("normal", list(x = x), list(cdf = "pnorm(x)", upper = "pnorm(x, lower.tail = FALSE)"))
case("normal", list(x = 37), "pnorm(x, lower.tail = FALSE)", "upper")
for (p in c(1e-300, 1e-20, 0.001, 0.025, 0.3, 0.975, 1 - 1e-12)) case("normal", list(p = p), "qnorm(p)", "quantile", 1e-9)
for (q in list(c(-3.2, 5), c(0.4, 1.5), c(2.1, 38), c(12, 4), c(40, 30), c(1.5, 1e6))) {
  a <- list(x = q[1], df = q[2]); many("studentT", a, list(cdf = "pt(x, df)", upper = "pt(x, df, lower.tail = FALSE)"))
}
for (q in list(c(0.975, 3), c(0.9995, 17.8), c(0.01, 1.2), c(0.6, 200), c(1e-10, 8))) case("studentT", list(p = q[1], df = q[2]), "qt(p, df)", "quantile", 1e-6)
for (q in list(c(0.1, 1), c(3.84, 1), c(25, 7), c(300, 12), c(80, 100), c(950, 1000))) {
  a <- list(x = q[1], df = q[2]); many("chiSquare", a, list(cdf = "pchisq(x, df)", upper = "pchisq(x, df, lower.tail = FALSE)"))
}
for (q in list(c(0.95, 1), c(0.001, 5), c(0.5, 44), c(1e-8, 3))) case("chiSquare", list(p = q[1], df = q[2]), "qchisq(p, df)", "quantile", 1e-6)
for (q in list(c(0.2, 3, 8), c(4.1, 2, 30), c(60, 5, 12), c(1.01, 120, 80))) {
  a <- list(x = q[1], a = q[2], b = q[3]); many("fisherF", a, list(cdf = "pf(x, a, b)", upper = "pf(x, a, b, lower.tail = FALSE)"))
}
case("fisherF", list(p = 0.95, a = 3, b = 20), "qf(p, a, b)", "quantile", 1e-6)
for (q in list(c(0.01, 0.5, 3), c(0.6, 20, 11), c(0.999, 4, 0.7), c(0.5, 3000, 2900))) {
  a <- list(x = q[1], a = q[2], b = q[3]); many("beta", a, list(cdf = "pbeta(x, a, b)", upper = "pbeta(x, a, b, lower.tail = FALSE)"))
}
for (q in list(c(0.025, 7, 4), c(0.9, 0.4, 12))) case("beta", list(p = q[1], a = q[2], b = q[3]), "qbeta(p, a, b)", "quantile", 1e-6)
for (q in list(c(7, 10, 0.88), c(3, 300, 0.02), c(0, 20, 0.3))) {
  a <- list(x = q[1], n = q[2], p = q[3]); many("binomial", a, list(cdf = "pbinom(x, n, p)", upper = "pbinom(x, n, p, lower.tail = FALSE)"))
}
for (q in list(c(0.025, 24, 0.88), c(0.5, 9, 0.5))) case("binomial", list(q = q[1], n = q[2], p = q[3]), "qbinom(q, n, p)", "quantile")

# ---- two groups
sleep1 <- sleep$extra[sleep$group == 1]; sleep2 <- sleep$extra[sleep$group == 2]
darwinC <- c(23.5, 12, 21, 22, 19.1, 21.5, 22.1, 20.4, 18.3, 21.6, 23.3, 21, 22.1, 23, 12)
darwinS <- c(17.4, 20.4, 20, 20, 18.4, 18.6, 18.6, 15.3, 16.5, 18, 16.3, 18, 12.8, 15.5, 18)
an <- MASS::anorexia; change <- an$Postwt - an$Prewt
pairs <- list(
  `datasets::sleep (Student 1908)` = list(a = sleep1, b = sleep2),
  `MASS::anorexia, CBT and Cont (Hand et al. 1993)` = list(a = change[an$Treat == "CBT"], b = change[an$Treat == "Cont"]),
  `datasets::PlantGrowth, trt1 and ctrl` = list(a = PlantGrowth$weight[11:20], b = PlantGrowth$weight[1:10]),
  `datasets::mtcars, mpg by am` = list(a = mtcars$mpg[mtcars$am == 1], b = mtcars$mpg[mtcars$am == 0]),
  `datasets::InsectSprays, A and C` = list(a = InsectSprays$count[1:12], b = InsectSprays$count[25:36]))
for (s in names(pairs)) many("welchTTest", pairs[[s]], list(
  estimate = "unname(diff(rev(t.test(a, b)$estimate)))", statistic = "t.test(a, b)$statistic", df = "t.test(a, b)$parameter",
  pValue = "t.test(a, b)$p.value", "interval.low" = "t.test(a, b)$conf.int[1]", "interval.high" = "t.test(a, b)$conf.int[2]", standardError = "t.test(a, b)$stderr"), s)
for (alt in c("less", "greater")) for (path in c("pValue", "interval.low", "interval.high")) {
  what <- c(pValue = "p.value", "interval.low" = "conf.int[1]", "interval.high" = "conf.int[2]")[path]
  case("welchTTest", c(pairs[[1]], list(options = list(alternative = alt, level = 0.9))), paste0("t.test(a, b, alternative = options$alternative, conf.level = options$level)$", what), path, source = names(pairs)[1])
}
many("pairedTTest", pairs[[1]], list(estimate = "t.test(a, b, paired = TRUE)$estimate", statistic = "t.test(a, b, paired = TRUE)$statistic",
  pValue = "t.test(a, b, paired = TRUE)$p.value", "interval.low" = "t.test(a, b, paired = TRUE)$conf.int[1]"), names(pairs)[1])
many("pairedTTest", list(a = darwinC, b = darwinS), list(statistic = "t.test(a, b, paired = TRUE)$statistic", pValue = "t.test(a, b, paired = TRUE)$p.value",
  "interval.high" = "t.test(a, b, paired = TRUE)$conf.int[2]"), "Darwin's maize (Fisher, Design of Experiments, 1935)")
permeability <- list(a = c(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46), b = c(1.15, 0.88, 0.90, 0.74, 1.21))
many("mannWhitney", permeability, list(statistic = "wilcox.test(a, b)$statistic", pValue = "wilcox.test(a, b)$p.value",
  "interval.low" = "wilcox.test(a, b, conf.int = TRUE)$conf.int[1]", "interval.high" = "wilcox.test(a, b, conf.int = TRUE)$conf.int[2]",
  estimate = "wilcox.test(a, b, conf.int = TRUE)$estimate"), "help(wilcox.test): Hollander & Wolfe 1973, 69f")
case("mannWhitney", c(permeability, list(options = list(alternative = "greater"))), "wilcox.test(a, b, alternative = 'g')$p.value", "pValue", source = "help(wilcox.test): .1272")
many("mannWhitney", c(permeability, list(options = list(exact = FALSE))), list(pValue = "wilcox.test(a, b, exact = FALSE)$p.value"), "help(wilcox.test)")
many("mannWhitney", c(permeability, list(options = list(exact = FALSE, correct = FALSE))), list(pValue = "wilcox.test(a, b, exact = FALSE, correct = FALSE)$p.value"), "help(wilcox.test)")
for (s in names(pairs)[c(1, 4, 5)]) {
  many("mannWhitney", pairs[[s]], list(statistic = "wilcox.test(a, b)$statistic", pValue = "wilcox.test(a, b)$p.value"), s)
  many("hodgesLehmann", pairs[[s]], list(estimate = "wilcox.test(a, b, conf.int = TRUE, tol.root = 1e-12)$estimate"), s, 1e-6)
}
many("hodgesLehmann", pairs[[2]], list("interval.low" = "wilcox.test(a, b, conf.int = TRUE, tol.root = 1e-12)$conf.int[1]", "interval.high" = "wilcox.test(a, b, conf.int = TRUE, tol.root = 1e-12)$conf.int[2]"), names(pairs)[2], 1e-6)
depression <- list(a = c(1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30), b = c(0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29))
many("wilcoxonSignedRank", depression, list(statistic = "wilcox.test(a, b, paired = TRUE)$statistic", pValue = "wilcox.test(a, b, paired = TRUE)$p.value",
  "interval.low" = "wilcox.test(a, b, paired = TRUE, conf.int = TRUE)$conf.int[1]", "interval.high" = "wilcox.test(a, b, paired = TRUE, conf.int = TRUE)$conf.int[2]"), "help(wilcox.test): Hollander & Wolfe 1973, 29f")
case("wilcoxonSignedRank", c(depression, list(options = list(alternative = "greater"))), "wilcox.test(a, b, paired = TRUE, alternative = 'greater')$p.value", "pValue", source = "help(wilcox.test): 0.01953")
case("wilcoxonSignedRank", list(a = darwinC, b = darwinS), "wilcox.test(a, b, paired = TRUE)$p.value", "pValue", source = "Darwin's maize")
case("wilcoxonSignedRank", list(a = sleep2, b = sleep1), "wilcox.test(a, b, paired = TRUE)$p.value", "pValue", source = "datasets::sleep, with a tie and a zero")

# ---- shares
# fisher.test() stops its own search at 1e-4; this solves the same equations to the end.
fisherLimit <- function(table, side) {
  m <- sum(table[, 1]); n <- sum(table[, 2]); k <- sum(table[1, ]); x <- table[1, 1]
  support <- max(0, k - n):min(k, m); logdc <- dhyper(support, m, n, k, log = TRUE)
  shares <- function(ncp) { d <- logdc + log(ncp) * support; d <- exp(d - max(d)); d / sum(d) }
  tail <- function(logOdds) { d <- shares(exp(logOdds)); if (side == "low") sum(d[support >= x]) else sum(d[support <= x]) }
  if (side == "low" && x == min(support)) return(0)
  if (side == "high" && x == max(support)) return(Inf)
  exp(uniroot(function(l) tail(l) - 0.025, c(-20, 20), tol = 1e-14)$root)
}
wilsonR <- "prop.test(x, n, correct = FALSE)$conf.int"
for (q in list(c(17, 20), c(39, 50), c(7, 10), c(92, 100), c(1, 1000))) {
  a <- list(x = q[1], n = q[2])
  many("wilson", a, list(low = paste0(wilsonR, "[1]"), high = paste0(wilsonR, "[2]")))
  many("clopperPearson", a, list(low = "binom.test(x, n)$conf.int[1]", high = "binom.test(x, n)$conf.int[2]"), tolerance = 1e-6)
}
for (q in list(c(17, 20), c(3, 9))) many("agrestiCoull", list(x = q[1], n = q[2]), list(
  low = "{z <- qnorm(.975); m <- n + z^2; p <- (x + z^2/2)/m; p - z*sqrt(p*(1-p)/m)}", high = "{z <- qnorm(.975); m <- n + z^2; p <- (x + z^2/2)/m; p + z*sqrt(p*(1-p)/m)}"), "Agresti & Coull 1998, (4)")
nc <- "{w <- function(x, n) prop.test(x, n, correct = FALSE)$conf.int; p <- x1/n1 - x2/n2; a <- w(x1, n1); b <- w(x2, n2); "
for (q in list(c(56, 70, 48, 80), c(9, 10, 3, 10), c(6, 7, 2, 7))) many("newcombe", as.list(setNames(q, c("x1", "n1", "x2", "n2"))), list(
  estimate = "x1/n1 - x2/n2", "interval.low" = paste0(nc, "p - sqrt((x1/n1 - a[1])^2 + (b[2] - x2/n2)^2)}"), "interval.high" = paste0(nc, "p + sqrt((a[2] - x1/n1)^2 + (x2/n2 - b[1])^2)}")), "Newcombe 1998, table II, method 10")
for (q in list(c(15, 25, 4, 25), c(83, 86, 90, 93))) {
  a <- as.list(setNames(q, c("x1", "n1", "x2", "n2")))
  many("twoProportionTest", a, list(statistic = "prop.test(c(x1, x2), c(n1, n2))$statistic", pValue = "prop.test(c(x1, x2), c(n1, n2))$p.value",
    "interval.low" = "prop.test(c(x1, x2), c(n1, n2))$conf.int[1]", "interval.high" = "prop.test(c(x1, x2), c(n1, n2))$conf.int[2]"))
  many("twoProportionTest", c(a, list(options = list(correct = FALSE, alternative = "greater"))), list(pValue = "prop.test(c(x1, x2), c(n1, n2), correct = FALSE, alternative = 'greater')$p.value"))
}
convict <- list(table = matrix(c(2, 10, 15, 3), 2, byrow = TRUE)); tea <- list(table = matrix(c(3, 1, 1, 3), 2, byrow = TRUE)); big <- list(table = matrix(c(30, 12, 40, 55), 2, byrow = TRUE))
for (t in list(list(convict, "help(fisher.test): convictions of like-sex twins (Fisher 1962)"), list(tea, "help(fisher.test): the lady tasting tea (Agresti 1990)"), list(big, "2 x 2")))
{
  many("fisherExact", t[[1]], list(oddsRatio = "fisher.test(table)$estimate"), t[[2]], 1e-4)
  many("fisherExact", t[[1]], list(pValue = "fisher.test(table)$p.value"), t[[2]])
  many("fisherExact", t[[1]], list("interval.low" = "fisherLimit(table, 'low')", "interval.high" = "fisherLimit(table, 'high')"), t[[2]], 1e-6)
}
case("fisherExact", c(tea, list(options = list(alternative = "greater"))), "fisher.test(table, alternative = 'greater')$p.value", "pValue", source = "help(fisher.test): 0.24")
ucb <- list(strata = lapply(1:6, function(k) matrix(as.numeric(UCBAdmissions[, , k]), 2)))
many("mantelHaenszel", ucb, list(oddsRatio = "mantelhaen.test(UCBAdmissions)$estimate", pValue = "mantelhaen.test(UCBAdmissions)$p.value"), "datasets::UCBAdmissions (Bickel et al. 1975)")

# Chan & Zhang 1999 by enumeration: all tables, a fine grid of common levels, the likeliest shares by uniroot and not by the cubic.
score <- function(x1, n1, x2, n2, d) {
  like <- function(p) (if (x1 > 0) x1 * log(p) else 0) + (if (n1 > x1) (n1 - x1) * log1p(-p) else 0) +
    (if (x2 > 0) x2 * log(p - d) else 0) + (if (n2 > x2) (n2 - x2) * log1p(-(p - d)) else 0)
  p <- optimize(like, c(max(0, d) + 1e-12, min(1, 1 + d) - 1e-12), maximum = TRUE, tol = 1e-13)$maximum
  v <- p * (1 - p) / n1 + (p - d) * (1 - p + d) / n2
  (x1 / n1 - x2 / n2 - d) / sqrt(v)
}
chance <- function(x1, n1, x2, n2, d) {
  t <- outer(0:n1, 0:n2, Vectorize(function(a, b) if (abs(a / n1 - b / n2 - d) < 1e-14) 0 else score(a, n1, b, n2, d)))
  far <- t >= t[x1 + 1, x2 + 1] - 1e-6
  at <- function(p2) sum(outer(dbinom(0:n1, n1, min(1, max(0, p2 + d))), dbinom(0:n2, n2, p2))[far])
  range <- c(max(0, -d), min(1, 1 - d)); grid <- seq(range[1], range[2], length.out = 801); best <- grid[which.max(sapply(grid, at))]
  step <- grid[2] - grid[1]; max(at(best), optimize(at, c(max(range[1], best - step), min(range[2], best + step)), maximum = TRUE, tol = 1e-12)$objective)
}
exactEnd <- function(x1, n1, x2, n2, level = 0.95) { grid <- seq(-1 + 1e-6, x1 / n1 - x2 / n2, by = 0.01)
  kept <- sapply(grid, function(d) chance(x1, n1, x2, n2, d) > (1 - level) / 2); first <- which(kept)[1]
  if (is.na(first)) first <- length(grid)
  if (first == 1) -1 else uniroot(function(d) chance(x1, n1, x2, n2, d) - (1 - level) / 2, grid[c(first - 1, first)], tol = 1e-10)$root }
for (q in list(c(3, 4, 0, 4), c(7, 10, 2, 10), c(9, 12, 2, 6), c(0, 5, 0, 8))) many("exactShareDifference", as.list(setNames(q, c("x1", "n1", "x2", "n2"))), list(
  pValue = "min(1, 2 * min(chance(x1, n1, x2, n2, 0), chance(x2, n2, x1, n1, 0)))", "interval.low" = "exactEnd(x1, n1, x2, n2)", "interval.high" = "-exactEnd(x2, n2, x1, n1)"), "Chan & Zhang 1999", 1e-5)
# A ratio over persons, its design effect steadied by one person's worth of an intraclass correlation of .4.
clustered <- function(count, of) {
  k <- length(of); p <- sum(count) / sum(of)
  v <- survey::SE(survey::svyratio(~count, ~of, survey::svydesign(ids = ~1, weights = ~w, data = data.frame(count, of, w = 1))))^2
  w <- 4 * k * p * (1 - p); seen <- as.numeric(v) * sum(of) / (p * (1 - p)); usual <- 1 + (sum(of^2) / sum(of) - 1) * 0.4
  n <- sum(of) * (w + 1) / (w * seen + usual); t <- qt(0.975, k - 1)
  c(n, (p + t^2 / (2 * n) + c(-1, 1) * t * sqrt(p * (1 - p) / n + t^2 / (4 * n^2))) / (1 + t^2 / n))
}
parts <- function(count, of) list(parts = mapply(function(c, o) list(count = c, of = o), count, of, SIMPLIFY = FALSE))
cl <- "clustered(sapply(parts, `[[`, 'count'), sapply(parts, `[[`, 'of'))"
for (q in list(list(c(9, 10, 4, 7, 10, 2, 8, 8, 10, 6, 9, 10), c(10, 10, 9, 10, 10, 8, 9, 10, 10, 10, 9, 11)), list(c(5, 5, 4, 5, 5, 5, 0), c(5, 5, 5, 5, 5, 5, 5)), list(c(3, 1, 2, 4), c(12, 3, 9, 7))))
  many("clusteredShare", parts(q[[1]], q[[2]]), list(effectiveSize = paste0(cl, "[1]"), "interval.low" = paste0(cl, "[2]"), "interval.high" = paste0(cl, "[3]")), "survey::svyratio; Korn & Graubard 1998")
many("clusteredShare", parts(c(1, 0, 1, 1, 1), rep(1, 5)), list("interval.low" = "prop.test(4, 5, correct = FALSE)$conf.int[1]", "interval.high" = "prop.test(4, 5, correct = FALSE)$conf.int[2]"), "one item a person: Wilson")
brunner <- function(a, b) {
  m <- length(a); n <- length(b); r <- rank(c(a, b)); ra <- r[1:m] - rank(a); rb <- r[-(1:m)] - rank(b)
  va <- var(ra) / (m * n^2); vb <- var(rb) / (n * m^2); e <- 2 * mean(outer(a, b, function(x, y) (x > y) + (x == y) / 2)) - 1
  se <- 2 * sqrt(va + vb); df <- (va + vb)^2 / (va^2 / (m - 1) + vb^2 / (n - 1)); c(e, e / se, df, 2 * pt(-abs(e / se), df), e + c(-1, 1) * qt(.975, df) * se)
}
bm <- list(a = c(1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1), b = c(3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4))
many("brunnerMunzel", bm, list(estimate = "brunner(a, b)[1]", statistic = "brunner(a, b)[2]", df = "brunner(a, b)[3]", pValue = "brunner(a, b)[4]", "interval.low" = "brunner(a, b)[5]", "interval.high" = "brunner(a, b)[6]"),
  "Brunner & Munzel 2000 (lawstat: statistic 3.1375, df 17.683, p 0.005786)")
# Dunnett's integrals, nested, with 16 digits asked of each.
dunnett <- function(c, s, df) {
  inner <- function(k) integrate(function(z) { v <- dnorm(z); for (x in s) v <- v * (pnorm((k - sqrt(x) * z) / sqrt(1 - x)) - pnorm((-k - sqrt(x) * z) / sqrt(1 - x))); v }, -Inf, Inf, rel.tol = 1e-11)$value
  integrate(Vectorize(function(w) inner(c * sqrt(w / df)) * dchisq(w, df)), qchisq(1e-15, df), qchisq(1e-15, df, lower.tail = FALSE), rel.tol = 1e-10)$value
}
for (q in list(list(2.5, c(.3, .6, .8), 5), list(2.54, c(.5, .5, .5), 20), list(3.1, c(.2, .7), 3.4), list(2.2, c(.5, .5), 300)))
  case("dunnettCdf", list(c = q[[1]], shares = q[[2]], df = q[[3]]), "dunnett(c, shares, df)", tolerance = 2e-7, source = "Dunnett 1955")
for (q in list(list(c(.5, .5, .5), 20), list(c(.3, .6, .8), 4.7)))
  case("dunnettQuantile", list(level = .95, shares = q[[1]], df = q[[2]]), "uniroot(function(k) dunnett(k, shares, df) - level, c(1.5, 6), tol = 1e-10)$root", tolerance = 1e-6, source = "Dunnett 1955 (mvtnorm::qmvt: 2.5403, two-sided, three comparisons, 20 df)")

# ---- association
hunter <- list(x = c(44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1), y = c(2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8))
for (q in list(list(hunter, "help(cor.test): Hollander & Wolfe 1973, 187f"), list(list(x = mtcars$hp, y = mtcars$qsec), "datasets::mtcars"), list(list(x = anscombe$x3, y = anscombe$y3), "datasets::anscombe"), list(list(x = cars$speed, y = cars$dist), "datasets::cars")))
  many("pearson", q[[1]], list(estimate = "cor(x, y)", statistic = "cor.test(x, y)$statistic", pValue = "cor.test(x, y)$p.value", "interval.low" = "cor.test(x, y)$conf.int[1]", "interval.high" = "cor.test(x, y)$conf.int[2]"), q[[2]])
many("spearman", hunter, list(estimate = "cor(x, y, method = 'spearman')", statistic = "cor.test(x, y, method = 'spearman')$statistic", pValue = "cor.test(x, y, method = 'spearman')$p.value"), "help(cor.test)")
many("spearman", list(x = mtcars$hp, y = mtcars$qsec), list(estimate = "cor(x, y, method = 'spearman')", pValue = "cor.test(x, y, method = 'spearman')$p.value"), "datasets::mtcars, ties")
noTies <- list(x = longley$GNP, y = longley$Armed.Forces)
many("spearman", noTies, list(estimate = "cor(x, y, method = 'spearman')", pValue = "cor.test(x, y, method = 'spearman')$p.value"), "datasets::longley")
case("spearman", c(noTies, list(options = list(alternative = "greater"))), "cor.test(x, y, method = 'spearman', alternative = 'greater')$p.value", "pValue", source = "datasets::longley")
partialArgs <- list(x = mtcars$mpg, y = mtcars$hp, controls = list(mtcars$wt, mtcars$cyl))
many("partialCorrelation", partialArgs, list(estimate = "psych::partial.r(mtcars, c('mpg', 'hp'), c('wt', 'cyl'))[1, 2]",
  pValue = "summary(lm(mpg ~ hp + wt + cyl, mtcars))$coefficients['hp', 4]", statistic = "summary(lm(mpg ~ hp + wt + cyl, mtcars))$coefficients['hp', 3]"), "datasets::mtcars")

# ---- models
ls <- function(y, cols, opt, model, coef, kinds, source, tolerance = NULL) for (path in names(kinds)) case("leastSquares", list(y = y, columns = cols, options = opt), gsub("MODEL", model, kinds[[path]], fixed = TRUE), path, tolerance, source)
empty <- structure(list(), names = character(0))
ls(mtcars$mpg, list(wt = mtcars$wt, hp = mtcars$hp), empty, "lm(mpg ~ wt + hp, mtcars)", 2, list("coefficients.0.estimate" = "coef(MODEL)[1]", "coefficients.1.estimate" = "coef(MODEL)[2]",
  "coefficients.2.standardError" = "summary(MODEL)$coefficients[3, 2]", "coefficients.2.pValue" = "summary(MODEL)$coefficients[3, 4]", rSquared = "summary(MODEL)$r.squared",
  residualStandardError = "summary(MODEL)$sigma", "coefficients.1.interval.low" = "confint(MODEL)[2, 1]"), "datasets::mtcars")
ls(mtcars$mpg, list(wt = mtcars$wt, hp = mtcars$hp), list(covariance = "HC2"), "lm(mpg ~ wt + hp, mtcars)", 2, list("coefficients.0.standardError" = "sqrt(vcovHC(MODEL, 'HC2')[1, 1])",
  "coefficients.1.standardError" = "sqrt(vcovHC(MODEL, 'HC2')[2, 2])", "coefficients.1.pValue" = "lmtest::coeftest(MODEL, vcovHC(MODEL, 'HC2'))[2, 4]"), "sandwich, datasets::mtcars")
ls(mtcars$mpg, list(wt = mtcars$wt), list(weights = mtcars$qsec), "lm(mpg ~ wt, mtcars, weights = qsec)", 2, list("coefficients.1.estimate" = "coef(MODEL)[2]",
  "coefficients.1.standardError" = "summary(MODEL)$coefficients[2, 2]", rSquared = "summary(MODEL)$r.squared"), "datasets::mtcars, weighted")
ls(mtcars$mpg, list(wt = mtcars$wt), list(weights = mtcars$qsec, covariance = "HC2"), "lm(mpg ~ wt, mtcars, weights = qsec)", 2, list("coefficients.1.standardError" = "sqrt(vcovHC(MODEL, 'HC2')[2, 2])"), "sandwich, weighted")
ort <- as.data.frame(nlme::Orthodont); ort$male <- as.numeric(ort$Sex == "Male")
ls(ort$distance, list(age = ort$age, male = ort$male), list(covariance = "CR2", cluster = as.character(ort$Subject)), "lm(distance ~ age + male, ort)", 3, list(
  "coefficients.1.standardError" = "sqrt(vcovCR(MODEL, ort$Subject, 'CR2')[2, 2])", "coefficients.2.standardError" = "sqrt(vcovCR(MODEL, ort$Subject, 'CR2')[3, 3])",
  "coefficients.2.df" = "coef_test(MODEL, vcovCR(MODEL, ort$Subject, 'CR2'), test = 'Satterthwaite')$df_Satt[3]", "coefficients.2.pValue" = "coef_test(MODEL, vcovCR(MODEL, ort$Subject, 'CR2'), test = 'Satterthwaite')$p_Satt[3]"), "clubSandwich, nlme::Orthodont (Potthoff & Roy 1964)", 1e-6)
chick <- as.data.frame(ChickWeight)
ls(chick$weight, list(time = chick$Time, diet3 = as.numeric(chick$Diet == 3)), list(covariance = "CR2", cluster = as.character(chick$Chick)), "lm(weight ~ Time + (Diet == 3), chick)", 3, list(
  "coefficients.2.standardError" = "sqrt(vcovCR(MODEL, chick$Chick, 'CR2')[3, 3])", "coefficients.2.df" = "coef_test(MODEL, vcovCR(MODEL, chick$Chick, 'CR2'), test = 'Satterthwaite')$df_Satt[3]"), "clubSandwich, datasets::ChickWeight (unequal clusters)", 1e-6)
two <- an[an$Treat != "FT", ]; armCBT <- as.numeric(two$Treat == "CBT")
# HC2 under the working model that each arm has its own variance, found so that each arm's squared residuals are as large as expected.
unlike <- function(y, arm, x = NULL, w = rep(1, length(y))) {
  X <- cbind(1, arm, x) * sqrt(w); y <- y * sqrt(w); M <- solve(crossprod(X)); H <- X %*% M %*% t(X); R <- diag(length(y)) - H; e <- as.vector(R %*% y)
  phi <- c(1, 1); for (i in 1:500) { hope <- diag(R %*% diag(phi[arm + 1]) %*% R); phi <- phi * sapply(0:1, function(a) sum(e[arm == a]^2) / sum(hope[arm == a])) }
  m <- (M %*% t(X))[2, ]; share <- m^2 * phi[arm + 1] / diag(R %*% diag(phi[arm + 1]) %*% R); se <- sqrt(sum(share * e^2))
  nu <- sapply(0:1, function(a) sum((1 - diag(H))[arm == a])); P <- R %*% diag(share) %*% R %*% diag((phi * (1 + 6 / nu))[arm + 1])
  est <- sum(m * y); df <- sum(diag(P))^2 / sum(diag(P %*% P))
  list(estimate = est, se = se, df = df, p = 2 * pt(-abs(est / se), df), low = est - qt(.975, df) * se, phi = phi, reference = sum((share * e^2)[arm == 0]) / se^2)
}
ac <- list(outcome = two$Postwt, arm = armCBT, covariates = list(pre = two$Prewt)); acR <- "unlike(outcome, arm, covariates$pre)"
many("ancova", ac, list(estimate = "coef(lm(outcome ~ arm + covariates$pre))[2]",
  standardError = paste0("sqrt(vcovCR(lm(outcome ~ arm + covariates$pre), cluster = seq_along(arm), type = 'CR2', target = ", acR, "$phi[arm + 1])[2, 2])"),
  df = paste0(acR, "$df"), pValue = paste0(acR, "$p"), "interval.low" = paste0(acR, "$low"), referenceShare = paste0(acR, "$reference")), "clubSandwich, MASS::anorexia", 1e-8)
few <- list(outcome = c(61, 48, 75, 90, 58.5, 66, 71, 62, 64.5, 69, 67, 60, 65, 63, 70, 68), arm = rep(c(1, 0), c(4, 12)), covariates = list(pre = c(60, 55, 70, 74, 57, 63, 69, 58, 66, 70, 64, 59, 68, 60, 66, 65)))
many("ancova", few, list(estimate = paste0(acR, "$estimate"), standardError = paste0(acR, "$se"), df = paste0(acR, "$df"), pValue = paste0(acR, "$p")), "4 against 12 at unlike spread", 1e-8)
many("ancova", list(outcome = few$outcome, arm = few$arm, covariates = empty), list(standardError = "t.test(outcome ~ arm)$stderr", df = "unlike(outcome, arm)$df"), "without covariates: Welch's error", 1e-9)
many("ancova", list(outcome = sleep$extra, arm = rep(0:1, each = 10), covariates = empty), list(standardError = "t.test(outcome ~ arm)$stderr", df = "t.test(outcome ~ arm)$parameter", pValue = "t.test(outcome ~ arm)$p.value"), "datasets::sleep, arms of the same size: Welch's test")
bwt <- list(y = MASS::birthwt$low, columns = list(age = MASS::birthwt$age, lwt = MASS::birthwt$lwt, smoke = MASS::birthwt$smoke))
gl <- "glm(y ~ columns$age + columns$lwt + columns$smoke, family = binomial, epsilon = 1e-14)"
many("logistic", bwt, list("coefficients.0.estimate" = paste0("coef(", gl, ")[1]"), "coefficients.2.estimate" = paste0("coef(", gl, ")[3]"), "coefficients.3.estimate" = paste0("coef(", gl, ")[4]"),
  "fitted.7" = paste0("fitted(", gl, ")[8]")), "MASS::birthwt (Hosmer & Lemeshow 1989)")
many("logistic", bwt, list("coefficients.3.standardError" = paste0("summary(", gl, ")$coefficients[4, 2]"), "coefficients.0.standardError" = paste0("summary(", gl, ")$coefficients[1, 2]")), "glm() takes them from the weights of the step before its last", 1e-8)
ow1 <- list(treated = MASS::birthwt$smoke, covariates = list(age = MASS::birthwt$age, lwt = MASS::birthwt$lwt))
e1 <- "{e <- fitted(glm(treated ~ covariates$age + covariates$lwt, family = binomial, epsilon = 1e-14)); w <- ifelse(treated == 1, 1 - e, e); "
many("overlapWeights", ow1, list("propensity.3" = paste0(e1, "e[4]}"), "weights.3" = paste0(e1, "w[4] / sum(w[treated == treated[4]])}"),
  "effectiveSize.0" = paste0(e1, "sum(w[treated == 0])^2 / sum(w[treated == 0]^2)}"), "effectiveSize.1" = paste0(e1, "sum(w[treated == 1])^2 / sum(w[treated == 1]^2)}"),
  "balance.0.before" = paste0(e1, "x <- covariates$age; (mean(x[treated == 1]) - mean(x[treated == 0])) / sqrt((var(x[treated == 1]) + var(x[treated == 0])) / 2)}")), "MASS::birthwt; Li, Morgan & Zaslavsky 2018")

od1 <- list(outcome = MASS::birthwt$bwt, group = MASS::birthwt$smoke, covariates = list(age = MASS::birthwt$age, lwt = MASS::birthwt$lwt, ht = MASS::birthwt$ht))
o1 <- "{e <- fitted(glm(group ~ covariates$age + covariates$lwt + covariates$ht, family = binomial, epsilon = 1e-14)); m <- lm(outcome ~ group + covariates$age + covariates$lwt + covariates$ht, weights = ifelse(group == 1, 1 - e, e)); "
o2 <- "{e <- fitted(glm(group ~ covariates$age + covariates$lwt + covariates$ht, family = binomial, epsilon = 1e-14)); unlike(outcome, group, cbind(covariates$age, covariates$lwt, covariates$ht), ifelse(group == 1, 1 - e, e))$"
many("overlapDifference", od1, list(estimate = paste0(o1, "coef(m)[2]}")), "MASS::birthwt; Li, Morgan & Zaslavsky 2018")
many("overlapDifference", od1, list(standardError = paste0(o2, "se}"), df = paste0(o2, "df}"), "interval.low" = paste0(o2, "low}"), pValue = paste0(o2, "p}")), "MASS::birthwt; weighted", 1e-7)

# ---- many tests, size, integrity, pooling
p20 <- list(p = c(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1))
for (i in c(1, 4, 9, 15)) { many("holm", p20, setNames(list(paste0("p.adjust(p, 'holm')[", i, "]")), i - 1), "Benjamini & Hochberg 1995, p values of section 3.2")
  many("benjaminiHochberg", p20, setNames(list(paste0("p.adjust(p, 'BH')[", i, "]")), i - 1), "Benjamini & Hochberg 1995") }
pw <- function(args, r, path, tolerance = 1e-6, source = NULL) case("powerTTest", list(q = args), r, path, tolerance, source)
pw(list(n = 20, delta = 1, sd = 1), "power.t.test(n = 20, delta = 1, sd = 1)$power", "power", 1e-9, "help(power.t.test)")
pw(list(power = .90, delta = 1, sd = 1), "power.t.test(power = .90, delta = 1, tol = 1e-12)$n", "n", source = "help(power.t.test)")
pw(list(n = 24, sd = 10, power = .8), "power.t.test(n = 24, sd = 10, power = .8, tol = 1e-12)$delta", "delta")
pw(list(n = 5, sd = 1, power = .8), "power.t.test(n = 5, sd = 1, power = .8, tol = 1e-12)$delta", "delta")
pw(list(n = 100, delta = 3, power = .8, level = 0.99), "power.t.test(n = 100, delta = 3, sd = NULL, power = .8, sig.level = .01, tol = 1e-12)$sd", "sd")
pp <- function(args, r, path, tolerance = 1e-6, source = NULL) case("powerProportions", list(q = args), r, path, tolerance, source)
pp(list(n = 50, p1 = .50, p2 = .75), "power.prop.test(n = 50, p1 = .50, p2 = .75)$power", "power", 1e-9, "help(power.prop.test): 0.740")
pp(list(p1 = .50, p2 = .75, power = .90), "power.prop.test(p1 = .50, p2 = .75, power = .90, tol = 1e-12)$n", "n", source = "help(power.prop.test): 76.7")
pp(list(p1 = .75, p2 = .92, power = .80), "power.prop.test(p1 = .75, p2 = .92, power = .80, tol = 1e-12)$n", "n", source = "product.md's 75 % against 92 %")
pp(list(n = 30, p1 = .5, power = .8), "power.prop.test(n = 30, p1 = .5, power = .8, tol = 1e-12)$p2", "p2")
case("sampleRatio", list(counts = c(18, 2), weights = c(1, 1)), "binom.test(18, 20)$p.value", "pValue")
case("sampleRatio", list(counts = c(31, 9), weights = c(1, 1)), "binom.test(31, 40)$p.value", "pValue")
case("sampleRatio", list(counts = c(12, 30), weights = c(1, 3)), "binom.test(12, 42, 0.25)$p.value", "pValue")
case("sampleRatio", list(counts = c(20, 31, 44), weights = c(1, 1, 2)), "chisq.test(c(20, 31, 44), p = c(.25, .25, .5))$p.value", "pValue")
pe <- list(estimates = mapply(function(y, v) list(estimate = y, standardError = sqrt(v)), dat <- escalc(measure = "RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)$yi,
  escalc(measure = "RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)$vi, SIMPLIFY = FALSE))
bcg <- "rma(yi = sapply(estimates, `[[`, 'estimate'), sei = sapply(estimates, `[[`, 'standardError'), method = 'REML', test = 'adhoc', control = list(threshold = 1e-14, maxiter = 1000))"
many("pool", pe, list(estimate = paste0("coef(", bcg, ")"), "interval.low" = paste0(bcg, "$ci.lb"), "interval.high" = paste0(bcg, "$ci.ub"), standardError = paste0(bcg, "$se"),
  "prediction.low" = paste0("predict(", bcg, ")$pi.lb"), "prediction.high" = paste0("predict(", bcg, ")$pi.ub"), tauSquared = paste0(bcg, "$tau2"), iSquared = paste0(bcg, "$I2 / 100")), "metafor::dat.bcg (Colditz et al. 1994)", 1e-6)
alike <- list(estimates = list(list(estimate = 2, standardError = 1.5), list(estimate = 2.1, standardError = 1.5)))
many("pool", alike, list(estimate = paste0("coef(", bcg, ")"), "interval.low" = paste0(bcg, "$ci.lb"), standardError = paste0(bcg, "$se")), "cohorts that agree by chance are no surer than their errors")

# ---- description
for (q in list(list(mtcars$mpg, "datasets::mtcars"), list(airquality$Temp, "datasets::airquality"))) {
  many("describe", list(x = q[[1]]), list(mean = "mean(x)", variance = "var(x)", standardDeviation = "sd(x)", autocorrelation1 = "acf(x, plot = FALSE)$acf[2]"), q[[2]])
  for (p in c(0.1, 0.25, 0.5, 0.9)) case("quantile", list(x = q[[1]], p = p), "quantile(x, p)", source = q[[2]])
}
cat(toJSON(cases, auto_unbox = TRUE, digits = I(17), pretty = FALSE), "\n")
