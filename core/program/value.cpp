// SPDX-License-Identifier: MIT
#include "core/program/value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace coroscope {

Value::Value(ValueList items)
{
    List list;
    for (const Value &item : items) {
        list.count += item.count();
        list.depth = std::max(list.depth, item.depth() + 1);
    }
    if (list.count > kMaxItems || list.depth > kMaxDepth)
        throw ValueTooLarge("a value of more than " + std::to_string(kMaxItems) + " items or " + std::to_string(kMaxDepth)
                            + " levels");
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
    return value.integer() ? *value.integer() : std::int64_t(*value.boolean());
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

void appendJsonString(std::string &out, std::string_view text)
{
    out += '"';
    for (const char c : text) {
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        case '\b': out += "\\b"; break;
        case '\f': out += "\\f"; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                std::array<char, 8> escape{};
                std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(c));
                out += escape.data();
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

namespace {

/// Python's layout of shortest digits: positional from 1e-4 up to below 1e16, else d.ddde+XX.
void appendDigits(std::string &out, std::string_view digits, int exponent)
{
    const int count = static_cast<int>(digits.size());
    if (exponent < -4 || exponent >= 16) {
        out += digits[0];
        if (count > 1)
            out.append(".").append(digits.substr(1));
        std::array<char, 8> tail{};
        std::snprintf(tail.data(), tail.size(), "e%c%02d", exponent < 0 ? '-' : '+', std::abs(exponent));
        out += tail.data();
    } else if (exponent < 0) {
        out.append("0.").append(static_cast<std::size_t>(-exponent - 1), '0').append(digits);
    } else if (count <= exponent + 1) {
        out.append(digits).append(static_cast<std::size_t>(exponent + 1 - count), '0').append(".0");
    } else {
        const auto point = static_cast<std::size_t>(exponent + 1);
        out.append(digits.substr(0, point)).append(".").append(digits.substr(point));
    }
}

} // namespace

void appendJsonReal(std::string &out, double number)
{
    if (std::isnan(number)) {
        out += "NaN";
        return;
    }
    if (std::signbit(number))
        out += '-';
    if (std::isinf(number)) {
        out += "Infinity";
        return;
    }
    std::array<char, 40> buffer{};
    const auto end = std::to_chars(buffer.begin(), buffer.end(), std::abs(number), std::chars_format::scientific).ptr;
    const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.begin()));
    const auto e = text.find('e');
    int exponent = 0;
    const auto *from = text.data() + e + (text[e + 1] == '+' ? 2 : 1);
    std::from_chars(from, text.data() + text.size(), exponent);
    std::string digits(text.substr(0, 1));
    if (e > 2)
        digits += text.substr(2, e - 2);
    appendDigits(out, digits, exponent);
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

namespace {

void appendUnicodeEscape(std::string &out, unsigned codePoint)
{
    std::array<char, 16> escape{};
    if (codePoint >= 0x10000) {
        const unsigned rest = codePoint - 0x10000;
        std::snprintf(escape.data(), escape.size(), "\\u%04x\\u%04x", 0xd800 + (rest >> 10), 0xdc00 + (rest & 0x3ff));
    } else {
        std::snprintf(escape.data(), escape.size(), "\\u%04x", codePoint);
    }
    out += escape.data();
}

} // namespace

std::string asciiJson(std::string_view json)
{
    std::string out;
    for (std::size_t i = 0; i < json.size();) {
        const auto lead = static_cast<unsigned char>(json[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        if (length == 1 || i + length > json.size()) {
            if (lead == 0x7f)
                appendUnicodeEscape(out, lead);
            else
                out += json[i];
            ++i;
            continue;
        }
        unsigned codePoint = lead & (0xffU >> (length + 1));
        for (std::size_t k = 1; k < length; ++k)
            codePoint = (codePoint << 6) | (static_cast<unsigned char>(json[i + k]) & 0x3fU);
        appendUnicodeEscape(out, codePoint);
        i += length;
    }
    return out;
}

} // namespace coroscope
