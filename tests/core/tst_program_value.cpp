// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/program/value.h"
#include "core/record/json_text.h"

#include <cmath>
#include <limits>

using namespace coroscope;
using program::Value;
using program::ValueList;

class ProgramValueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesNumbersAsPythonDoes_data();
    void writesNumbersAsPythonDoes();
    void writesStringsAsPythonDoes();
    void writesListsAndErrors();
    void readsItsOwnStrings();
    void escapesBeyondAsciiForPeople();
    void ordersAsPythonDoes();
    void refusesValuesThatGrowExponentially();
    void refusesValuesNestedTooDeeply();
};

void ProgramValueTest::writesNumbersAsPythonDoes_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QString>("text");
    const std::vector<std::pair<double, const char *>> rows{{0.0, "0.0"},
                                                            {-0.0, "-0.0"},
                                                            {1.0, "1.0"},
                                                            {100000.0, "100000.0"},
                                                            {0.1, "0.1"},
                                                            {-2.5, "-2.5"},
                                                            {123456789.123, "123456789.123"},
                                                            {1e15, "1000000000000000.0"},
                                                            {1e16, "1e+16"},
                                                            {1.5e16, "1.5e+16"},
                                                            {1e22, "1e+22"},
                                                            {0.0001, "0.0001"},
                                                            {0.00012, "0.00012"},
                                                            {1e-5, "1e-05"},
                                                            {1.25e-5, "1.25e-05"},
                                                            {5e-324, "5e-324"},
                                                            {1.7976931348623157e308, "1.7976931348623157e+308"},
                                                            {9007199254740993.0, "9007199254740992.0"},
                                                            {0.30000000000000004, "0.30000000000000004"}};
    for (const auto &[number, text] : rows)
        QTest::newRow(text) << number << QString::fromLatin1(text);
    QTest::newRow("infinity") << -std::numeric_limits<double>::infinity() << QStringLiteral("-Infinity");
    QTest::newRow("nan") << std::numeric_limits<double>::quiet_NaN() << QStringLiteral("NaN");
}

void ProgramValueTest::writesNumbersAsPythonDoes()
{
    QFETCH(double, number);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(toJson(Value(number))), text);
}

void ProgramValueTest::writesStringsAsPythonDoes()
{
    const std::string text = "a\"b\\c\n\r\t\b\f\x01\x1f\x7f/é…";
    QCOMPARE(toJson(Value(text)), std::string("\"a\\\"b\\\\c\\n\\r\\t\\b\\f\\u0001\\u001f\x7f/é…\""));
    QCOMPARE(toJson(Value(std::string("a\0b", 3))), std::string("\"a\\u0000b\""));
}

void ProgramValueTest::writesListsAndErrors()
{
    const Value value(ValueList{Value(), Value(true), Value(false), Value(std::int64_t(-7)), Value(ValueList{}),
                                Value::error("ValueError: no \"way\"")});
    QCOMPARE(toJson(value), std::string(R"([null, true, false, -7, [], {"error": "ValueError: no \"way\""}])"));
}

void ProgramValueTest::readsItsOwnStrings()
{
    const std::string text("\"\\\n\r\t\b\f\x01\x1f é\0.", 13);
    QCOMPARE(jsonStringText(toJson(Value(text))), text);
}

void ProgramValueTest::escapesBeyondAsciiForPeople()
{
    QCOMPARE(asciiJson("[\"é…𝄞\x7f\"]"), std::string("[\"\\u00e9\\u2026\\ud834\\udd1e\\u007f\"]"));
}

void ProgramValueTest::ordersAsPythonDoes()
{
    using program::Order;
    const auto less = [](const Value &a, const Value &b) { return lessThan(a, b); };
    const Value big(std::int64_t{9007199254740993}); // not a double
    QCOMPARE(less(Value(std::int64_t(1)), Value(std::int64_t(2))), Order::Less);
    QCOMPARE(less(Value(false), Value(0.5)), Order::Less);
    QCOMPARE(less(Value(true), Value(std::int64_t(1))), Order::NotLess);
    QCOMPARE(less(Value(9007199254740992.0), big), Order::Less);
    QCOMPARE(less(big, Value(9007199254740992.0)), Order::NotLess);
    QCOMPARE(less(big, Value(1e300)), Order::Less);
    QCOMPARE(less(big, Value(-1e300)), Order::NotLess);
    QCOMPARE(less(Value(std::int64_t(-2)), Value(-1.5)), Order::Less);
    QCOMPARE(less(Value(-1.5), Value(std::int64_t(-1))), Order::Less);
    QCOMPARE(less(Value(-1.5), Value(std::int64_t(-2))), Order::NotLess);
    QCOMPARE(less(Value(std::string("a")), Value(std::string("b"))), Order::Less);
    QCOMPARE(less(Value(std::string("a")), Value(std::int64_t(1))), Order::Incomparable);
    QCOMPARE(less(Value(), Value()), Order::Incomparable);
}

void ProgramValueTest::refusesValuesThatGrowExponentially()
{
    Value value(std::int64_t(1));
    bool refused = false;
    for (int doubled = 0; doubled < 64 && !refused; ++doubled) {
        try {
            value = Value(ValueList{value, value});
        } catch (const program::ValueTooLarge &) {
            refused = true;
        }
    }
    QVERIFY(refused);
    QVERIFY(toJson(value).size() < 10 * Value::kMaxItems);
}

void ProgramValueTest::refusesValuesNestedTooDeeply()
{
    Value value;
    for (std::size_t depth = 0; depth < Value::kMaxDepth; ++depth)
        value = Value(ValueList{value});
    QVERIFY_EXCEPTION_THROWN(value = Value(ValueList{value}), program::ValueTooLarge);
}

QTEST_GUILESS_MAIN(ProgramValueTest)
#include "tst_program_value.moc"
