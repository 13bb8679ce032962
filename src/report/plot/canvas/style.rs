//! The look of every figure in one place: colours, text sizes, line widths, margins.

/// An opaque sRGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color {
    /// Red, 0 to 255.
    pub r: u8,
    /// Green, 0 to 255.
    pub g: u8,
    /// Blue, 0 to 255.
    pub b: u8,
}

impl Color {
    /// The colour written as `0xRRGGBB`.
    pub const fn hex(rgb: u32) -> Self {
        Self { r: (rgb >> 16) as u8, g: (rgb >> 8) as u8, b: rgb as u8 }
    }

    /// The colour as style sheets write it: `#0B4F86`.
    pub fn css(self) -> String {
        format!("#{:02X}{:02X}{:02X}", self.r, self.g, self.b)
    }
}

/// Colours of a figure. Text colours have a contrast of at least 4.5 : 1 against `background`.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// The paper.
    pub background: Color,
    /// Title, values and other text to be read first.
    pub ink: Color,
    /// Subtitle, tick labels, footer.
    pub muted: Color,
    /// Horizontal grid lines.
    pub grid: Color,
    /// The zero line and the ticks.
    pub axis: Color,
    /// Median line of a fan.
    pub main: Color,
    /// Band from P5 to P95.
    pub outer_band: Color,
    /// Band from P25 to P75.
    pub inner_band: Color,
    /// Trials which end without a loss.
    pub gain: Color,
    /// Trials which end with a loss.
    pub loss: Color,
    /// Text about losses.
    pub loss_ink: Color,
    /// Ground of the loss side of a distribution.
    pub loss_ground: Color,
    /// One colour per compared case, told apart also by readers with a colour vision deficiency.
    pub series: [Color; 8],
    /// Whether title, subtitle and footer stand in the figure; if not, the page around it says them.
    pub captioned: bool,
}

impl Theme {
    /// Dark ink on white paper.
    pub fn light() -> Self {
        Self {
            background: Color::hex(0xFFFFFF),
            ink: Color::hex(0x1B1F24),
            muted: Color::hex(0x5B636E),
            grid: Color::hex(0xE3E6EA),
            axis: Color::hex(0x3A4048),
            main: Color::hex(0x0B4F86),
            outer_band: Color::hex(0xDCE9F4),
            inner_band: Color::hex(0xAFCDE6),
            gain: Color::hex(0x3B82B8),
            loss: Color::hex(0xDB7443),
            loss_ink: Color::hex(0xA83E0B),
            loss_ground: Color::hex(0xFCF4EF),
            series: [
                Color::hex(0x0072B2),
                Color::hex(0xD55E00),
                Color::hex(0x009E73),
                Color::hex(0xB8568F),
                Color::hex(0x1B1F24),
                Color::hex(0xD08A00),
                Color::hex(0x3FA2DB),
                Color::hex(0x7F6A00),
            ],
            captioned: true,
        }
    }

    /// The same without title, subtitle and footer in the figure, for a page that says them around it.
    pub fn in_page(self) -> Self {
        Self { captioned: false, ..self }
    }

    /// Every colour with its name in a style sheet.
    pub fn colors(&self) -> Vec<(String, Color)> {
        let named = [
            ("background", self.background),
            ("ink", self.ink),
            ("muted", self.muted),
            ("grid", self.grid),
            ("axis", self.axis),
            ("main", self.main),
            ("outer-band", self.outer_band),
            ("inner-band", self.inner_band),
            ("gain", self.gain),
            ("loss", self.loss),
            ("loss-ink", self.loss_ink),
            ("loss-ground", self.loss_ground),
        ];
        let series = self.series.iter().enumerate().map(|(k, color)| (format!("series-{}", k + 1), *color));
        named.into_iter().map(|(name, color)| (name.to_owned(), color)).chain(series).collect()
    }

    /// Light ink on dark paper.
    pub fn dark() -> Self {
        Self {
            background: Color::hex(0x14181D),
            ink: Color::hex(0xF0F2F5),
            muted: Color::hex(0xA5AEB9),
            grid: Color::hex(0x2B3138),
            axis: Color::hex(0xC3CAD2),
            main: Color::hex(0x7CC0F2),
            outer_band: Color::hex(0x1D3042),
            inner_band: Color::hex(0x2C4E6C),
            gain: Color::hex(0x4A93C9),
            loss: Color::hex(0xDE7A4B),
            loss_ink: Color::hex(0xF5A27C),
            loss_ground: Color::hex(0x241C1A),
            series: [
                Color::hex(0x56B4E9),
                Color::hex(0xE9823A),
                Color::hex(0x2CC195),
                Color::hex(0xDF92BE),
                Color::hex(0xF0F2F5),
                Color::hex(0xE8B23A),
                Color::hex(0x3F8FD0),
                Color::hex(0xC9BC5A),
            ],
            captioned: true,
        }
    }
}

/// Text sizes in nominal pixels.
pub(crate) mod text_size {
    pub const TITLE: f64 = 21.0;
    pub const SUBTITLE: f64 = 14.0;
    pub const LABEL: f64 = 13.0;
    pub const TICK: f64 = 12.0;
    pub const FOOTER: f64 = 10.5;
}

/// Line widths in nominal pixels.
pub(crate) mod line_width {
    pub const HAIR: f64 = 1.0;
    pub const SERIES: f64 = 2.2;
    pub const MEDIAN: f64 = 2.8;
}

/// Distances in nominal pixels.
pub(crate) mod space {
    pub const MARGIN: f64 = 28.0;
    pub const GAP: f64 = 8.0;
    /// Height of one direct label.
    pub const LABEL_LINE: f64 = 18.0;
    /// Length of the leader between the end of a line and its label.
    pub const LEADER: f64 = 18.0;
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance after WCAG 2.
    fn luminance(color: Color) -> f64 {
        let linear = [color.r, color.g, color.b].map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.03928 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    fn contrast(a: Color, b: Color) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn all_text_can_be_read_and_all_lines_can_be_seen_on_their_ground() {
        for theme in [Theme::light(), Theme::dark()] {
            for text in [theme.ink, theme.muted, theme.main, theme.loss_ink] {
                assert!(contrast(text, theme.background) >= 4.5, "{text:?}");
            }
            assert!(contrast(theme.loss_ink, theme.loss_ground) >= 4.5);
            for line in theme.series {
                assert!(contrast(line, theme.background) >= 2.7, "{line:?}");
            }
        }
    }
}
