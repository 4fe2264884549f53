// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace coroscope::program {

class Value;
using ValueList = std::vector<Value>;

/// A value of a scenario: a JSON scalar of its file, or what gather, wait and join make of them: lists, and
/// exceptions as `{"error": text}`. Immutable and cheap to copy; numbers are exact.
///
/// Lists of lists can grow exponentially (a task that gathers another one twice, and so on), so a list knows its size:
/// making one beyond kMaxItems items in all, or nested deeper than kMaxDepth, throws ValueTooLarge.
class Value {
public:
    static constexpr std::size_t kMaxItems = 1'000'000;
    static constexpr std::size_t kMaxDepth = 500;

    Value() = default; ///< null
    explicit Value(bool value) : m_data(value) {}
    explicit Value(std::int64_t value) : m_data(value) {}
    explicit Value(double value) : m_data(value) {}
    explicit Value(std::string value) : m_data(std::move(value)) {}
    explicit Value(ValueList items);
    /// An exception as a value: `{"error": label}`.
    [[nodiscard]] static Value error(std::string label);

    [[nodiscard]] bool isNull() const { return std::holds_alternative<std::monostate>(m_data); }
    [[nodiscard]] const bool *boolean() const { return std::get_if<bool>(&m_data); }
    [[nodiscard]] const std::int64_t *integer() const { return std::get_if<std::int64_t>(&m_data); }
    [[nodiscard]] const double *real() const { return std::get_if<double>(&m_data); }
    [[nodiscard]] const std::string *string() const { return std::get_if<std::string>(&m_data); }
    /// Null when it is not a list.
    [[nodiscard]] const ValueList *list() const;
    /// The label of an exception; null when it is none.
    [[nodiscard]] const std::string *errorLabel() const;
    /// Numbers and booleans, which Python compares with one another.
    [[nodiscard]] bool isNumber() const { return boolean() || integer() || real(); }

private:
    struct List {
        ValueList items;
        std::size_t count = 1; ///< values in all, itself included
        std::size_t depth = 1;
    };
    struct Error {
        std::string label;
    };
    [[nodiscard]] std::size_t count() const;
    [[nodiscard]] std::size_t depth() const;

    std::variant<std::monostate, bool, std::int64_t, double, std::string, std::shared_ptr<const List>, Error> m_data;
};

class ValueTooLarge : public std::length_error {
public:
    using std::length_error::length_error;
};

/// Python's `a < b` for scalars: true or false, or Incomparable where Python raises TypeError.
enum class Order { Less, NotLess, Incomparable };
[[nodiscard]] Order lessThan(const Value &a, const Value &b);

/// Exactly what Python's json.dumps(value, ensure_ascii=False) writes.
[[nodiscard]] std::string toJson(const Value &value);
/// How a task shows its result.
[[nodiscard]] inline std::string jsonOf(const Value &value)
{
    return toJson(value);
}
void appendJson(std::string &out, const Value &value);

} // namespace coroscope::program
