//! The help of the commands in the language of who asks for it.

use clap::builder::StyledStr;
use clap::{Arg, ArgAction, Command};
use delight_report::words::{Language, Words};

/// The command with its help in these words.
pub fn in_words(command: Command, words: Words) -> Command {
    match words.language() {
        Language::English => command,
        _ => translated(command, words, true),
    }
}

/// What is wrong with a command line, in these words; in English as clap colours it.
pub fn error(error: &clap::Error, words: Words) -> String {
    let told = error.render();
    match words.language() {
        Language::English => told.ansi().to_string().trim_end().to_owned(),
        _ => {
            let line = |line: &str| {
                let said = line.trim_start();
                format!("{}{}", &line[..line.len() - said.len()], words.message(said))
            };
            told.to_string().trim_end().lines().map(line).collect::<Vec<_>>().join("\n")
        }
    }
}

fn translated(command: Command, words: Words, first: bool) -> Command {
    let say = |text: Option<&StyledStr>| text.map(|text| words.message(&text.to_string()));
    let texts = [command.get_about(), command.get_long_about(), command.get_after_help()].map(say);
    let style = *command.get_styles().get_usage();
    let usage = format!("{style}{}{style:#}", words.say("help-usage"));
    let template = format!("{{before-help}}{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}");
    let mut command = command
        .mut_args(|arg| argument(arg, words))
        .mut_subcommands(|below| translated(below, words, false))
        .subcommand_help_heading(words.say("help-commands"))
        .help_template(template)
        .disable_help_flag(true)
        .arg(flag("help", 'h', ArgAction::Help, words.say("help-help"), words))
        .disable_help_subcommand(true);
    if first {
        let version = flag("version", 'V', ArgAction::Version, words.say("help-version"), words);
        command = command.disable_version_flag(true).arg(version);
    }
    let [about, long_about, after] = texts;
    if let Some(text) = about {
        command = command.about(text);
    }
    if let Some(text) = long_about {
        command = command.long_about(text);
    }
    match after {
        Some(text) => command.after_help(text),
        None => command,
    }
}

fn flag(name: &'static str, short: char, action: ArgAction, help: String, words: Words) -> Arg {
    Arg::new(name).short(short).long(name).action(action).help(help).help_heading(words.say("help-options"))
}

/// An argument with its help, its default and its possible values in these words.
fn argument(arg: Arg, words: Words) -> Arg {
    let heading = if arg.is_positional() { words.say("help-arguments") } else { words.say("help-options") };
    let mut told = arg.get_help().map(|help| words.message(&help.to_string())).unwrap_or_default();
    let is_flag = !arg.get_action().takes_values();
    let values: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    if !values.is_empty() && !is_flag {
        told.push_str(&words.say_with("help-possible", &[("values", &values.join(", "))]));
    }
    let default: Vec<String> =
        arg.get_default_values().iter().map(|text| text.to_string_lossy().into_owned()).collect();
    if !default.is_empty() && !is_flag {
        told.push_str(&words.say_with("help-default", &[("value", &default.join(", "))]));
    }
    let arg = arg.help(told).help_heading(heading);
    if is_flag { arg } else { arg.hide_default_value(true).hide_possible_values(true) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::Cli;
    use clap::CommandFactory;

    /// Every text of the help of a command and of those below it.
    fn texts(command: &Command) -> Vec<String> {
        let own = [command.get_about(), command.get_long_about(), command.get_after_help()];
        let of_args = command.get_arguments().map(Arg::get_help);
        let mut all: Vec<String> = own.into_iter().chain(of_args).flatten().map(ToString::to_string).collect();
        command.get_subcommands().for_each(|below| all.extend(texts(below)));
        all
    }

    #[test]
    fn every_help_is_in_dutch_too() {
        let words = Words::new(Language::Dutch);
        let mut missing = texts(&Cli::command());
        assert!(missing.len() > 100, "{}", missing.len());
        missing.retain(|text| words.message(text) == *text);
        assert!(missing.is_empty(), "without a phrase in nl/phrases/help.toml:\n{}", missing.join("\n"));
    }

    #[test]
    fn help_in_dutch_has_no_word_of_claps_own() {
        let words = Words::new(Language::Dutch);
        let mut command = in_words(Cli::command(), words);
        let mut shown = command.render_long_help().to_string();
        for below in command.get_subcommands_mut() {
            shown.push_str(&below.render_long_help().to_string());
        }
        for word in ["Usage", "Options", "Commands", "Arguments", "default:", "possible", " Print "] {
            assert!(!shown.contains(word), "{word} in\n{shown}");
        }
    }
}
