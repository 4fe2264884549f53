// SPDX-License-Identifier: MIT
#include "core/program/value.h"

#include "core/record/json_text.h"

#include <algorithm>
#include <cmath>

namespace coroscope::program {

Value::Value(ValueList items)
{
    List list;
    for (const Value &item : items) {
        list.count += item.count();
        list.depth = std::max(list.depth, item.depth() + 1);
    }
    if (list.count > kMaxItems || list.depth > kMaxDepth)
        throw ValueTooLarge("a value of more than " + std::to_string(kMaxItems) + " items or "
                            + std::to_string(kMaxDepth) + " levels");
    list.items = std::move(items);
    m_data = std::make_shared<const List>(std::move(list));
}

Value Value::error(std::string label)
{
    Value value;
    value.m_data = Error{std::move(label)};
    return value;
}

const ValueList *Value::list() const
{
    const auto *list = std::get_if<std::shared_ptr<const List>>(&m_data);
    return list ? &(*list)->items : nullptr;
}

const std::string *Value::errorLabel() const
{
    const auto *error = std::get_if<Error>(&m_data);
    return error ? &error->label : nullptr;
}

std::size_t Value::count() const
{
    const auto *list = std::get_if<std::shared_ptr<const List>>(&m_data);
    return list ? (*list)->count : 1;
}

std::size_t Value::depth() const
{
    const auto *list = std::get_if<std::shared_ptr<const List>>(&m_data);
    return list ? (*list)->depth : 0;
}

namespace {

/// Python compares an int with a float exactly, without rounding the int to a double.
bool integerBelowReal(std::int64_t a, double b)
{
    if (std::isnan(b))
        return false;
    if (b >= 0x1p63)
        return true;
    if (b < -0x1p63)
        return false;
    const double whole = std::floor(b);
    const auto floor = static_cast<std::int64_t>(whole);
    return a < floor || (a == floor && whole < b);
}

bool realBelowInteger(double a, std::int64_t b)
{
    if (std::isnan(a) || a >= 0x1p63)
        return false;
    if (a < -0x1p63)
        return true;
    return static_cast<std::int64_t>(std::floor(a)) < b;
}

std::int64_t wholeNumber(const Value &value)
{
    if (const auto *number = value.integer())
        return *number;
    const bool *yes = value.boolean();
    return yes && *yes ? 1 : 0;
}

bool numberBelow(const Value &a, const Value &b)
{
    if (a.real() && b.real())
        return *a.real() < *b.real();
    if (a.real())
        return realBelowInteger(*a.real(), wholeNumber(b));
    if (b.real())
        return integerBelowReal(wholeNumber(a), *b.real());
    return wholeNumber(a) < wholeNumber(b);
}

} // namespace

Order lessThan(const Value &a, const Value &b)
{
    if (a.isNumber() && b.isNumber())
        return numberBelow(a, b) ? Order::Less : Order::NotLess;
    // UTF-8 sorts as code points do.
    if (a.string() && b.string())
        return *a.string() < *b.string() ? Order::Less : Order::NotLess;
    return Order::Incomparable;
}

namespace {

void appendJsonList(std::string &out, const ValueList &items)
{
    out += '[';
    for (const Value &item : items) {
        if (&item != items.data())
            out += ", ";
        appendJson(out, item);
    }
    out += ']';
}

} // namespace

void appendJson(std::string &out, const Value &value)
{
    if (const auto *text = value.string()) {
        appendJsonString(out, *text);
    } else if (const auto *number = value.integer()) {
        out += std::to_string(*number);
    } else if (const auto *real = value.real()) {
        appendJsonReal(out, *real);
    } else if (const auto *yes = value.boolean()) {
        out += *yes ? "true" : "false";
    } else if (const auto *items = value.list()) {
        appendJsonList(out, *items);
    } else if (const auto *label = value.errorLabel()) {
        out += "{\"error\": ";
        appendJsonString(out, *label);
        out += '}';
    } else {
        out += "null";
    }
}

std::string toJson(const Value &value)
{
    std::string out;
    appendJson(out, value);
    return out;
}

} // namespace coroscope::program
