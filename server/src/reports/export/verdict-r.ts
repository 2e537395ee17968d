/** The same as `VERDICT_PYTHON` in base R, by its own distributions, optimiser and whole matrices instead of sums. */
export const VERDICT_R = `if (!file.exists("experiment.csv")) { cat("no experiment whose results were opened\\n"); quit(status = 0) }
people <- read.csv("experiment.csv", stringsAsFactors = FALSE)
values <- read.csv("experiment-settings.csv", stringsAsFactors = FALSE, colClasses = "character")
settings <- setNames(as.list(values$value), values$key)
told <- read.csv("verdicts.csv", stringsAsFactors = FALSE)
arms <- strsplit(settings$arms, ",")[[1]]
smallest <- as.numeric(settings$smallestEffect); m <- length(arms) - 1; level <- 1 - 0.05 / m
measured <- people[!is.na(people$outcome), ]
of_arm <- function(arm) measured[measured$arm == arm, ]
units <- function(arm) {
  own <- of_arm(arm)
  if (settings$unit == "PERSON") own$outcome else as.numeric(tapply(own$outcome, own$cluster, mean))
}

# Effect of the group with HC2 errors; each group has a variance of its own, degrees of freedom after Satterthwaite.
contrast <- function(y, group, columns) {
  n <- length(y)
  if (min(sum(group == 0), sum(group == 1)) < 2 || n <= length(columns) + 2 || length(unique(y)) == 1) return(NULL)
  scaled <- lapply(columns, function(v) { s <- sqrt(mean((v - mean(v))^2)); if (s > 0) (v - mean(v)) / s else v * 0 })
  X <- cbind(1, group, do.call(cbind, scaled))
  target <- y - mean(y)
  inv <- solve(crossprod(X)); H <- X %*% inv %*% t(X); M <- diag(n) - H
  free <- diag(M); reach <- (X %*% inv)[, 2]
  if (any(free < 1e-10 & abs(reach) > 1e-7 * max(abs(reach)))) return(NULL)
  beta <- inv %*% crossprod(X, target); left <- as.numeric(target - X %*% beta)
  expected <- function(v) rowSums(M^2 * rep(v[group + 1], each = n))
  seen <- c(sum(left[group == 0]^2), sum(left[group == 1]^2)); v <- c(1, 1)
  if (sum(seen) > 0) for (i in 1:500) {
    hope <- expected(v); sums <- c(sum(hope[group == 0]), sum(hope[group == 1]))
    after <- ifelse(sums > 0, v * seen / sums, v)
    still <- all(abs(after - v) <= 1e-14 * sum(after)); v <- after
    if (still) break
  }
  shares <- ifelse(free < 1e-10, 0, reach^2 * v[group + 1] / pmax(expected(v), .Machine$double.xmin))
  parts <- c(sum((shares * left^2)[group == 0]), sum((shares * left^2)[group == 1]))
  error <- sqrt(sum(parts))
  if (!(error > 10 * .Machine$double.eps * max(abs(y)))) return(NULL)
  careful <- v * (1 + 6 / c(sum(free[group == 0]), sum(free[group == 1])))
  P <- (M %*% diag(shares) %*% M) %*% diag(careful[group + 1])
  list(estimate = beta[2], error = error, df = sum(diag(P))^2 / sum(P * t(P)), share = parts[1] / sum(parts))
}

# P(all |T| <= c) of comparisons that share their reference (Dunnett 1955).
dunnett <- function(c, shares, df) {
  given <- function(s) sapply(s, function(one) 2 * integrate(function(z) {
    p <- dnorm(z)
    for (share in shares) {
      own <- sqrt(1 - share)
      p <- p * (if (own < 1e-12) as.numeric(abs(z) <= c * one) else pnorm((c * one - sqrt(share) * z) / own) - pnorm((-c * one - sqrt(share) * z) / own))
    }
    p
  }, 0, 8, rel.tol = 1e-10)$value)
  if (df > 1e5) return(given(1))
  integrate(function(s) given(s) * dchisq(df * s^2, df) * 2 * df * s, 0, sqrt(qchisq(1 - 1e-14, df) / df), rel.tol = 1e-9)$value
}
dunnett_quantile <- function(level, shares, df)
  uniroot(function(c) dunnett(c, shares, df) - level, c(qt(1 - (1 - level) / 2, df), qt(1 - (1 - level) / 2 / length(shares), df) * 1.0001), tol = 1e-10)$root

# Score statistic of a difference of two shares (Farrington, Manning 1990), and the exact test that orders tables by it (Chan, Zhang 1999).
score <- function(n1, n2, x1, x2, delta) {
  p1 <- x1 / n1; p2 <- x2 / n2; distance <- p1 - p2 - delta; r <- n2 / n1
  a <- 1 + r; b <- -(1 + r + p1 + r * p2 + delta * (r + 2))
  cc <- delta^2 + delta * (2 * p1 + r + 1) + p1 + r * p2; d <- -p1 * delta * (1 + delta)
  v <- b^3 / (3 * a)^3 - b * cc / (6 * a^2) + d / (2 * a)
  u <- ifelse(v < 0, -1, 1) * sqrt(pmax(0, b^2 / (3 * a)^2 - cc / (3 * a)))
  w <- ifelse(u == 0, pi / 2, (pi + acos(pmin(1, pmax(-1, v / u^3)))) / 3)
  q1 <- pmin(pmin(1, 1 + delta), pmax(pmax(0, delta), 2 * u * cos(w) - b / (3 * a)))
  q2 <- pmin(1, pmax(0, q1 - delta))
  variance <- q1 * (1 - q1) / n1 + q2 * (1 - q2) / n2
  ifelse(abs(distance) < 1e-14, 0, ifelse(variance <= 1e-15, sign(distance) * Inf, distance / sqrt(variance)))
}
chance_of <- function(n1, n2, x1, x2, delta) {
  seen <- score(n1, n2, x1, x2, delta) - 1e-9
  from <- sapply(0:n2, function(b) { hit <- which(score(n1, n2, 0:n1, b, delta) >= seen); if (length(hit)) hit[1] - 1 else n1 + 1 })
  chance <- function(p2) min(1, sum(dbinom(0:n2, n2, p2) * pbinom(from - 1, n1, min(1, max(0, p2 + delta)), lower.tail = FALSE)))
  low <- max(0, -delta); high <- min(1, 1 - delta)
  first <- asin(sqrt(low)); last <- asin(sqrt(high))
  if (last - first < 1e-12) return(chance(low))
  at <- function(angle) chance(min(high, max(low, sin(angle)^2)))
  points <- ceiling(12 + 4 * (last - first) * sqrt(n1 + n2)); grid <- first + (0:points) * (last - first) / points
  found <- sapply(grid, at); where <- which.max(found)
  max(found[where], optimize(at, c(grid[max(1, where - 1)], grid[min(points + 1, where + 1)]), maximum = TRUE, tol = 1e-9)$objective)
}
lower_end <- function(n1, n2, x1, x2, tail) {
  kept <- function(delta) chance_of(n1, n2, x1, x2, delta) > tail
  estimate <- x1 / n1 - x2 / n2; low <- -1; high <- estimate
  for (delta in seq(-1 + 1 / 64, 1, by = 1 / 64)) { if (delta >= estimate) break; if (kept(delta)) { high <- delta; break }; low <- delta }
  if (low == -1 && kept(-1 + 1e-9)) return(-1)
  while (high - low > 1e-9) { middle <- (low + high) / 2; if (kept(middle)) high <- middle else low <- middle }
  high
}

known <- measured$baseline[!is.na(measured$baseline)]
compare <- function(arm) {
  before <- of_arm(arms[1]); after <- of_arm(arm); both <- rbind(before, after)
  if (settings$unit == "PERSON" && length(unique(known)) > 1) {
    baseline <- ifelse(is.na(both$baseline), mean(known), both$baseline)
    if (length(unique(baseline)) > 1) {
      found <- contrast(both$outcome, rep(0:1, c(nrow(before), nrow(after))), list(baseline))
      if (!is.null(found)) return(found)
    }
  }
  first <- units(arms[1]); second <- units(arm)
  contrast(c(first, second), rep(0:1, c(length(first), length(second))), list())
}
intervals <- function() {
  if (settings$unit == "PERSON" && settings$scale == "YES_NO") return(lapply(arms[-1], function(arm) {
    n2 <- nrow(of_arm(arms[1])); x2 <- sum(of_arm(arms[1])$outcome >= 0.5); n1 <- nrow(of_arm(arm)); x1 <- sum(of_arm(arm)$outcome >= 0.5)
    if (n1 == 0 || n2 == 0) return(c(NA, NA, NA))
    tail <- (1 - level) / 2
    c(x1 / n1 - x2 / n2, lower_end(n1, n2, x1, x2, tail), -lower_end(n2, n1, x2, x1, tail))
  }))
  found <- lapply(arms[-1], compare)
  dfs <- sapply(found, function(f) if (is.null(f)) 0 else f$df)
  is_dunnett <- m > 1 && min(dfs) > 0 && min(dfs) >= 0.5 * max(dfs)
  reach <- if (is_dunnett) dunnett_quantile(0.95, sapply(found, function(f) f$share), min(dfs)) else NA
  lapply(found, function(f) {
    if (is.null(f)) return(c(NA, NA, NA))
    margin <- f$error * (if (is_dunnett) reach else qt(1 - (1 - level) / 2, f$df))
    c(f$estimate, f$estimate - margin, f$estimate + margin)
  })
}
verdict <- function(arm, low, high) {
  a <- length(units(arms[1])); b <- length(units(arm))
  if (min(a, b) < 4 || min(1, 2 / choose(a + b, min(a, b))) > 1 - level + 1e-12) return("TOO_FEW")
  if (settings$comparable != "1") return("NOT_COMPARABLE")
  if (is.na(low) || !(high - low > 1e-12 * max(abs(low), abs(high)))) return("INCONCLUSIVE")
  if (settings$exploratory == "1") return("EXPLORATORY")
  if (low > -smallest && high < smallest) return("EQUIVALENT")
  if (low <= 0 && high >= 0) return("INCONCLUSIVE")
  meaningful <- if (low > 0) low >= smallest else high <= -smallest
  better <- (low > 0) == (settings$direction == "HIGHER_IS_BETTER")
  paste0(if (better) "BETTER_" else "WORSE_", if (meaningful) "MEANINGFUL" else "TESTED")
}
wrong <- 0; found <- intervals()
for (i in seq_len(nrow(told))) {
  mine <- found[[i]]; said <- verdict(arms[i + 1], mine[2], mine[3])
  if (said != told$verdict[i]) { cat(sprintf("DIFFERS %s verdict: report %s, recomputed %s\\n", arms[i + 1], told$verdict[i], said)); wrong <- wrong + 1 }
  for (k in 1:3) {
    key <- c("estimate", "low", "high")[k]; old <- told[[key]][i]
    if (k == 1 && is.na(mine[2])) next
    same <- if (is.na(old) || is.na(mine[k])) is.na(old) && is.na(mine[k]) else abs(mine[k] - old) <= 1e-6 * max(1, abs(old))
    if (!same) { cat(sprintf("DIFFERS %s %s: report %s, recomputed %s\\n", arms[i + 1], key, old, mine[k])); wrong <- wrong + 1 }
  }
  cat(sprintf("%s minus %s: %s\\n", arms[i + 1], arms[1], said))
}
cat(sprintf("%d comparisons, %d figures differ\\n", nrow(told), wrong))
quit(status = if (wrong > 0) 1 else 0)
`;
