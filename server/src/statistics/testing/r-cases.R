# Expected figures for statistics.test.ts, each beside the R expression that gave it:
#   Rscript server/src/statistics/testing/r-cases.R > server/src/statistics/testing/r-cases.json
# Needs R >= 4.2 with jsonlite, sandwich, clubSandwich, metafor and psych (Debian: r-base-core r-cran-...).
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
many("ancova", list(outcome = two$Postwt, arm = armCBT, covariates = list(pre = two$Prewt)), list(estimate = "coef(lm(outcome ~ arm + covariates$pre))[2]",
  standardError = "sqrt(vcovHC(lm(outcome ~ arm + covariates$pre), 'HC2')[2, 2])", pValue = "lmtest::coeftest(lm(outcome ~ arm + covariates$pre), vcovHC(lm(outcome ~ arm + covariates$pre), 'HC2'))[2, 4]",
  "interval.low" = "lmtest::coefci(lm(outcome ~ arm + covariates$pre), vcov. = vcovHC(lm(outcome ~ arm + covariates$pre), 'HC2'))[2, 1]", df = "df.residual(lm(outcome ~ arm + covariates$pre))"), "MASS::anorexia")
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
many("overlapDifference", od1, list(estimate = paste0(o1, "coef(m)[2]}"), standardError = paste0(o1, "sqrt(vcovHC(m, 'HC2')[2, 2])}"), df = paste0(o1, "df.residual(m)}"),
  "interval.low" = paste0(o1, "lmtest::coefci(m, vcov. = vcovHC(m, 'HC2'))[2, 1]}"), pValue = paste0(o1, "lmtest::coeftest(m, vcovHC(m, 'HC2'))[2, 4]}")), "MASS::birthwt; Li, Morgan & Zaslavsky 2018; sandwich, weighted")

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
bcg <- "rma(yi = sapply(estimates, `[[`, 'estimate'), sei = sapply(estimates, `[[`, 'standardError'), method = 'REML', test = 'knha', control = list(threshold = 1e-14, maxiter = 1000))"
many("pool", pe, list(estimate = paste0("coef(", bcg, ")"), "interval.low" = paste0(bcg, "$ci.lb"), "interval.high" = paste0(bcg, "$ci.ub"), standardError = paste0(bcg, "$se"),
  "prediction.low" = paste0("predict(", bcg, ")$pi.lb"), "prediction.high" = paste0("predict(", bcg, ")$pi.ub"), tauSquared = paste0(bcg, "$tau2"), iSquared = paste0(bcg, "$I2 / 100")), "metafor::dat.bcg (Colditz et al. 1994)", 1e-6)

# ---- description
for (q in list(list(mtcars$mpg, "datasets::mtcars"), list(airquality$Temp, "datasets::airquality"))) {
  many("describe", list(x = q[[1]]), list(mean = "mean(x)", variance = "var(x)", standardDeviation = "sd(x)", autocorrelation1 = "acf(x, plot = FALSE)$acf[2]"), q[[2]])
  for (p in c(0.1, 0.25, 0.5, 0.9)) case("quantile", list(x = q[[1]], p = p), "quantile(x, p)", source = q[[2]])
}
cat(toJSON(cases, auto_unbox = TRUE, digits = I(17), pretty = FALSE), "\n")
