//! The program `delight`.

fn main() -> std::process::ExitCode {
    delight_case::cli::main()
}
