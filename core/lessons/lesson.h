// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/run.h"

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace coroscope {

/// A control of a lesson: a number within a range (whole numbers, or seconds), yes/no, or a list of numbers.
struct Parameter {
    enum class Type { Integer, Seconds, YesNo, SecondsList, IntegerList };

    std::string name;
    Type type = Type::Integer;
    std::string standard; ///< the default, as it would be written after `--set name=`
    double min = 0;
    double max = 0;
};

/// Values of a lesson's parameters, complete and within their ranges.
class Settings {
public:
    [[nodiscard]] int integer(std::string_view name) const;
    [[nodiscard]] Duration seconds(std::string_view name) const;
    [[nodiscard]] bool yes(std::string_view name) const;
    [[nodiscard]] const std::vector<Duration> &list(std::string_view name) const;
    [[nodiscard]] std::vector<int> integers(std::string_view name) const;
    /// As it would be written after `--set name=`.
    [[nodiscard]] const std::string &written(std::string_view name) const;

private:
    friend struct Lesson;
    struct Value {
        std::string written;
        double number = 0;
        std::vector<Duration> list = {};
        std::vector<double> numbers = {};
    };
    std::map<std::string, Value, std::less<>> m_values;
};

/// What a lesson is compared with: another one or, with values of parameters, a variant, also of itself.
///
///     .comparedWith = {"window-semaphore", {"window-queue", {{"window", "2"}}}}
struct Partner {
    using Values = std::vector<std::pair<std::string, std::string>>;

    Partner(const char *lesson) : id(lesson) {} // so that a plain id is enough
    Partner(std::string lesson, Values values) : id(std::move(lesson)), settings(std::move(values)) {}

    std::string id;
    Values settings; ///< names of parameters and their values; all others are as they are

    /// "window-queue[window=2]", as partnersIn() reads it; without settings the plain id.
    [[nodiscard]] std::string written() const;
    /// The values alone, "window=2"; several with commas between them.
    [[nodiscard]] std::string writtenSettings() const;
};

/// Reads partners, separated by commas: "lock-shared[locked=no],window-queue[durations=1,2,window=2]". Throws SettingError,
/// one sentence, unless it is of this form. Whether there are such lessons and parameters is for others to say.
[[nodiscard]] std::vector<Partner> partnersIn(std::string_view written);

/// A lesson: one file of core/lessons, which registers itself with a RegisterLesson object.
struct Lesson {
    std::string id;
    int chapter = 0;
    std::vector<Parameter> parameters = {};
    std::vector<Partner> comparedWith = {};
    int order = 0; ///< its place within the chapter
    /// Its listing talks to the real outside (a network, processes, signals, the processor), which is simulated here: CPython's
    /// run has the same lines in each task, and the same order of what happens at different instants.
    bool outside = false;
    Coro<void> (*program)(World &, Settings) = nullptr;
    std::string file; ///< its C++ source, relative to the repository

    [[nodiscard]] const Parameter *parameter(std::string_view name) const;
    /// All parameters at their defaults.
    [[nodiscard]] Settings defaults() const;
    /// Sets one parameter from its written form. Throws SettingError with one sentence when it is unknown, not
    /// of its type or out of range.
    void set(Settings &settings, std::string_view name, std::string_view written) const;
    /// When Ctrl-C comes if nothing else is said: the parameter `until`, if it has one.
    [[nodiscard]] std::optional<Instant> interruptAt(const Settings &settings) const;

    [[nodiscard]] std::unique_ptr<Run> start(const Settings &settings, RunOptions options = {}) const;
};

/// A parameter's name or value is wrong; what() is one sentence.
class SettingError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// Parameters as lessons declare them.

[[nodiscard]] Parameter integerParameter(std::string name, int standard, int min, int max);
[[nodiscard]] Parameter secondsParameter(std::string name, std::string standard, double min = 0, double max = 60);
[[nodiscard]] Parameter yesNoParameter(std::string name, bool standard);
/// A list of durations in seconds, separated by commas.
[[nodiscard]] Parameter secondsListParameter(std::string name, std::string standard, double min = 0, double max = 60);

/// A list of whole numbers, separated by commas.
[[nodiscard]] Parameter integerListParameter(std::string name, std::string standard, int min, int max);

/// All lessons, by chapter and then by their place in it.
[[nodiscard]] const std::vector<Lesson> &lessons();
/// Null when there is none of this id.
[[nodiscard]] const Lesson *findLesson(std::string_view id);

/// A static object of this makes a file of core/lessons a lesson:
///
///     Coro<void> program(World &world, Settings settings) { ... }
///     const RegisterLesson lesson({.id = "pieces-one", .chapter = 1, .order = 4, .program = program, .file = __FILE__});
class RegisterLesson {
public:
    explicit RegisterLesson(Lesson lesson);
};

} // namespace coroscope
