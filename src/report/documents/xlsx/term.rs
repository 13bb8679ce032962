//! A formula together with its value: whoever builds the one builds the other, so a cell shows what its formula gives.

use std::ops::{Add, Div, Mul, Neg, Sub};

/// How tightly the outermost operation of a formula binds, the loosest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Sum,
    Product,
    Power,
    Atom,
}

/// A formula of numbers, without its equals sign, and what it comes to.
#[derive(Clone, Debug)]
pub struct Term {
    text: String,
    value: f64,
    rank: Rank,
}

impl Term {
    fn new(text: impl Into<String>, value: f64, rank: Rank) -> Self {
        Term { text: text.into(), value, rank }
    }

    /// A call of a function of spreadsheets, and what it gives.
    pub fn function(text: impl Into<String>, value: f64) -> Self {
        Term::new(text, value, Rank::Atom)
    }

    /// A cell or a named cell with its value.
    pub fn reference(text: impl Into<String>, value: f64) -> Self {
        Term::new(text, value, Rank::Atom)
    }

    /// A number written into the formula.
    pub fn number(x: f64) -> Self {
        Term::new(format!("{x}"), x, if x < 0.0 { Rank::Sum } else { Rank::Atom })
    }

    /// What it comes to.
    pub fn value(&self) -> f64 {
        self.value
    }

    /// The formula.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// This to the power of `exponent`.
    pub fn power(&self, exponent: &Term) -> Term {
        // A negative base would need its own parentheses in Excel too, where the sign binds before the power.
        let text = format!("{}^{}", self.within(Rank::Atom), exponent.within(Rank::Atom));
        Term::new(text, self.value.powf(exponent.value), Rank::Power)
    }

    /// e to the power of this.
    pub fn exp(&self) -> Term {
        Term::new(format!("EXP({})", self.text), libm::exp(self.value), Rank::Atom)
    }

    /// The next whole number of one that is not below zero.
    pub fn round_up(&self) -> Term {
        Term::new(format!("ROUNDUP({},0)", self.text), self.value.ceil(), Rank::Atom)
    }

    /// The nearest share: from 0 to 1.
    pub fn share(&self) -> Term {
        Term::number(0.0).max(&Term::number(1.0).min(self))
    }

    /// The larger of two.
    pub fn max(&self, other: &Term) -> Term {
        Term::new(format!("MAX({},{})", self.text, other.text), self.value.max(other.value), Rank::Atom)
    }

    /// The smaller of two.
    pub fn min(&self, other: &Term) -> Term {
        Term::new(format!("MIN({},{})", self.text, other.text), self.value.min(other.value), Rank::Atom)
    }

    /// The nearest number of so many decimals, halves away from zero.
    pub fn round(&self, decimals: i32) -> Term {
        let unit = 10_f64.powi(decimals);
        Term::new(format!("ROUND({},{decimals})", self.text), (self.value * unit).round() / unit, Rank::Atom)
    }

    /// Whether it is less than `other`.
    pub fn below(&self, other: &Term) -> Test {
        Test { text: format!("{}<{}", self.text, other.text), holds: self.value < other.value }
    }

    /// Whether it is at most `other`.
    pub fn at_most(&self, other: &Term) -> Test {
        Test { text: format!("{}<={}", self.text, other.text), holds: self.value <= other.value }
    }

    /// Whether it is a whole multiple of `step`.
    pub fn is_multiple_of(&self, step: &Term) -> Test {
        Test { text: format!("MOD({},{})=0", self.text, step.text), holds: self.value.rem_euclid(step.value) == 0.0 }
    }

    /// The formula as part of one that binds as tightly as `rank`.
    fn within(&self, rank: Rank) -> String {
        if self.rank < rank { format!("({})", self.text) } else { self.text.clone() }
    }
}

impl From<f64> for Term {
    fn from(x: f64) -> Term {
        Term::number(x)
    }
}

/// Writes an operator for terms and numbers on either side; `right` is the rank that the right-hand side must have.
macro_rules! operator {
    ($trait:ident, $name:ident, $sign:tt, $rank:ident, $right:ident) => {
        impl $trait<&Term> for &Term {
            type Output = Term;
            fn $name(self, other: &Term) -> Term {
                let text = format!("{}{}{}", self.within(Rank::$rank), stringify!($sign), other.within(Rank::$right));
                Term::new(text, self.value $sign other.value, Rank::$rank)
            }
        }
        operator!(@ $trait, $name, Term, Term);
        operator!(@ $trait, $name, Term, &Term);
        operator!(@ $trait, $name, &Term, Term);
        operator!(@ $trait, $name, Term, f64);
        operator!(@ $trait, $name, &Term, f64);
        operator!(@ $trait, $name, f64, Term);
        operator!(@ $trait, $name, f64, &Term);
    };
    (@ $trait:ident, $name:ident, $left:ty, $other:ty) => {
        impl $trait<$other> for $left {
            type Output = Term;
            fn $name(self, other: $other) -> Term {
                (&Term::from(self.to_owned())).$name(&Term::from(other.to_owned()))
            }
        }
    };
}

operator!(Add, add, +, Sum, Sum);
operator!(Sub, sub, -, Sum, Product);
operator!(Mul, mul, *, Product, Product);
operator!(Div, div, /, Product, Power);

impl Neg for Term {
    type Output = Term;
    fn neg(self) -> Term {
        Term::new(format!("-{}", self.within(Rank::Atom)), -self.value, Rank::Sum)
    }
}

/// A condition and whether it holds.
#[derive(Clone, Debug)]
pub struct Test {
    text: String,
    holds: bool,
}

impl Test {
    /// Both.
    pub fn and(&self, other: &Test) -> Test {
        Test { text: format!("AND({},{})", self.text, other.text), holds: self.holds && other.holds }
    }

    /// One term if it holds, else another.
    pub fn choose(&self, yes: &Term, no: &Term) -> Term {
        let value = if self.holds { yes.value } else { no.value };
        Term::new(format!("IF({},{},{})", self.text, yes.text, no.text), value, Rank::Atom)
    }

    /// A word if it holds, else a number.
    pub fn word_or(&self, word: &str, number: &Term) -> SheetCell {
        let formula = format!("IF({},{},{})", self.text, quoted(word), number.text);
        let shown = if self.holds { CellValue::Text(word.to_owned()) } else { CellValue::Number(number.value) };
        SheetCell { formula, shown }
    }

    /// One word if it holds, else another.
    pub fn word(&self, yes: &str, no: &str) -> SheetCell {
        let formula = format!("IF({},{},{})", self.text, quoted(yes), quoted(no));
        SheetCell { formula, shown: CellValue::Text(if self.holds { yes } else { no }.to_owned()) }
    }
}

/// A text within a formula.
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// A formula that is ready to be written, with what its cell shows until it is computed again.
#[derive(Clone, Debug)]
pub struct SheetCell {
    /// Without its equals sign.
    pub formula: String,
    /// What it comes to.
    pub shown: CellValue,
}

/// What a formula comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum CellValue {
    /// A number.
    Number(f64),
    /// A word in place of one.
    Text(String),
}

impl From<&Term> for SheetCell {
    fn from(term: &Term) -> SheetCell {
        SheetCell { formula: term.text.clone(), shown: CellValue::Number(term.value) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(name: &str, value: f64) -> Term {
        Term::reference(name, value)
    }

    #[test]
    fn parentheses_stand_where_the_order_of_operations_needs_them() {
        let (a, b, c) = (cell("A1", 2.0), cell("B1", 3.0), cell("C1", 5.0));
        let formulas = [
            (&a + &b * &c, "A1+B1*C1", 17.0),
            ((&a + &b) * &c, "(A1+B1)*C1", 25.0),
            (&a - (&b - &c), "A1-(B1-C1)", 4.0),
            (&a - &b - &c, "A1-B1-C1", -6.0),
            (&a / (&b * &c), "A1/(B1*C1)", 2.0 / 15.0),
            (&a * &b / &c, "A1*B1/C1", 1.2),
            (&a * -b.clone(), "A1*(-B1)", -6.0),
            (-(&a + &b), "-(A1+B1)", -5.0),
            ((1.0 + &a).power(&(-c.clone() / 12.0)), "(1+A1)^((-C1)/12)", 3_f64.powf(-5.0 / 12.0)),
            (&a + Term::number(-2.0), "A1+-2", 0.0),
        ];
        for (term, text, value) in formulas {
            assert_eq!(term.text(), text);
            assert_eq!(term.value(), value, "{text}");
        }
    }

    #[test]
    fn a_word_in_a_formula_cannot_end_its_quotes() {
        let never = cell("A1", -1.0).below(&Term::number(0.0)).word_or("it \"never\" does", &cell("B1", 3.0));
        assert_eq!(never.formula, "IF(A1<0,\"it \"\"never\"\" does\",B1)");
        assert_eq!(never.shown, CellValue::Text("it \"never\" does".into()));
    }
}
