//! The inputs of a stage as one list, from which it has its struct, its catalogue and the order of both.

/// Lists the inputs of a stage, one a line, below the tables of the scenario file in which they stand:
///
/// ```ignore
/// inputs! {
///     ["customers"]
///     annual_churn: PARTIAL_SHARE, "share a year", "customers who leave in a year";
///     mix[STATES]: POSITIVE_SHARE, "share of customers", "customers in this state today";
///     ["effects.spend"]
///     spend_connected as "connected": amount_between(0.0, 100.0), "ratio to satisfied", "spend of a connected customer";
/// }
/// ```
///
/// A line says the field, its [`Kind`](super::Kind), its unit and its meaning. The key in the file is the name of the field,
/// or what stands after `as`. `mix[STATES]` is an array with one input for each of these names: `customers.mix.connected`.
///
/// Makes `Inputs<T>` with a field for each line and `Inputs::read`, which fills them in the order of the list from a
/// [`Source`](super::Source).
macro_rules! inputs {
    ($(
        [$table:literal]
        $($field:ident $([$names:path])? $(as $key:literal)?:
            $kind:ident $(($($limit:expr),+))?, $unit:literal, $meaning:literal;)+
    )+) => {
        /// What is read from the scenario.
        pub struct Inputs<T> {
            $($(
                #[doc = concat!("In `", $table, "`: ", $meaning, " (", $unit, ").")]
                pub $field: $crate::units::inputs!(@type T $([$names])?),
            )+)+
        }

        // No derive takes a type that a macro writes.
        impl<T: Copy> Clone for Inputs<T> {
            #[inline(always)]
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T: Copy> Copy for Inputs<T> {}

        impl<T: std::fmt::Debug> std::fmt::Debug for Inputs<T> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct("Inputs")$($(.field(stringify!($field), &self.$field))+)+.finish()
            }
        }

        impl<T> Inputs<T> {
            /// Reads the inputs in the order of their list, which is that of the columns of the draws.
            #[inline(always)]
            pub fn read<S: $crate::units::Source<Value = T>>(source: &mut S) -> Self {
                use $crate::units::{Input, Kind};
                Inputs {
                    $($(
                        $field: $crate::units::inputs!(
                            @read source, $table, $field $([$names])? $(as $key)?,
                            (Kind::$kind $(($($limit),+))?, $unit, $meaning)
                        ),
                    )+)+
                }
            }
        }
    };
    (@type $t:ident) => { $t };
    (@type $t:ident [$names:path]) => { [$t; $names.len()] };
    (@read $source:ident, $table:literal, $field:ident, ($($rest:expr),+)) => {
        $source.next(Input::new($table, stringify!($field), $($rest),+))
    };
    (@read $source:ident, $table:literal, $field:ident as $key:literal, ($($rest:expr),+)) => {
        $source.next(Input::new($table, $key, $($rest),+))
    };
    (@read $source:ident, $table:literal, $field:ident [$names:path], ($($rest:expr),+)) => {
        $source.next_each(|k| Input::new(concat!($table, ".", stringify!($field)), $names[k], $($rest),+))
    };
}
pub(crate) use inputs;

#[cfg(test)]
mod tests {
    use crate::units::{Catalogue, Input, Kind};

    const SIZES: [&str; 2] = ["small", "large"];

    super::inputs! {
        ["shop"]
        staff: AMOUNT, "people", "who works there";
        share[SIZES]: SHARE, "share", "customers of this size";
        ["shop.price"]
        price_of_tea as "tea": amount_between(1.0, 9.0), "money", "price of a cup";
    }

    #[test]
    fn a_list_of_inputs_is_read_in_its_order() {
        let mut catalogue = Catalogue::default();
        let Inputs { staff: (), share: [(), ()], price_of_tea: () } = Inputs::read(&mut catalogue);
        let expected = [
            Input::new("shop", "staff", Kind::AMOUNT, "people", "who works there"),
            Input::new("shop.share", "small", Kind::SHARE, "share", "customers of this size"),
            Input::new("shop.share", "large", Kind::SHARE, "share", "customers of this size"),
            Input::new("shop.price", "tea", Kind::amount_between(1.0, 9.0), "money", "price of a cup"),
        ];
        assert_eq!(catalogue.0, expected);
    }
}
