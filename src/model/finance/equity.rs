//! Customer equity: what the customers of the last month are still worth.

use crate::units::{Lane, Pack, annual_survival, each};

/// Customers by state, what a customer of each contributes a year, and the monthly churn of each.
#[derive(Clone, Copy, Debug)]
pub struct Portfolio<'a, V: Pack> {
    /// n_k: customers of each state.
    pub customers: &'a [Lane<V>; 4],
    /// v_k: annual contribution of a customer of each state.
    pub contribution: &'a [Lane<V>; 4],
    /// c_k: monthly churn of each state.
    pub churn: &'a [Lane<V>; 4],
}

/// Customer equity at a discount rate i a year, in the money in which the contributions stand.
///
/// ```text
/// customer equity = Σ n_k·v_k·ρ_k / (1 + i − ρ_k)        ρ_k = (1 − c_k)^12
/// ```
#[inline(always)]
pub fn customer_equity<V: Pack>(p: &Portfolio<V>, discount_rate: Lane<V>) -> Lane<V> {
    let [unconnected, satisfied, distinctive, connected] = each!(k in 4 => {
        let retention = annual_survival(p.churn[k]);
        // Customers who never leave at no discount would be worth without end.
        let wait = (1.0 + discount_rate - retention).max(1e-3);
        p.customers[k] * p.contribution[k] * retention / wait
    });
    unconnected + satisfied + distinctive + connected
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equity_is_the_sum_of_what_those_who_stay_bring_discounted() {
        // Of 100 customers 80 % stay a year, each brings 50 a year, at 10 %: a geometric series.
        let churn = 1.0 - 0.8_f64.powf(1.0 / 12.0);
        let [none, all] = [Lane([0.0]), Lane([100.0])];
        let portfolio = Portfolio {
            customers: &[none, none, none, all],
            contribution: &[Lane([50.0]); 4],
            churn: &[Lane([churn]); 4],
        };
        let series: f64 = (1..400).map(|year| 100.0 * 50.0 * (0.8_f64 / 1.1).powi(year)).sum();
        let found = customer_equity(&portfolio, Lane([0.1])).0[0];
        assert!((found / series - 1.0).abs() < 1e-9, "{found} {series}");
    }
}
