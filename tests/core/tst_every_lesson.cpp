// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/lessons/lesson.h"
#include "core/text/output.h"

using namespace coroscope;

namespace {

/// Long enough for every lesson, whatever its parameters.
constexpr std::uint64_t kManyPasses = 20'000;

void addLessons()
{
    QTest::addColumn<QString>("id");
    for (const Lesson &lesson : lessons())
        QTest::newRow(lesson.id.c_str()) << QString::fromStdString(lesson.id);
}

const Lesson &thisLesson()
{
    QFETCH(QString, id);
    return *findLesson(id.toStdString());
}

QString withNumber(const Parameter &parameter, double number)
{
    return parameter.type == Parameter::Type::YesNo ? (number == 0 ? QStringLiteral("no") : QStringLiteral("yes"))
                                                    : QString::number(number);
}

} // namespace

/// All lessons, beside what they print (tests/golden): that they may be left at any moment, and bear any parameter.
/// Meant for the sanitizers as well.
class TestEveryLesson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theyMayBeAbandonedAtAnyMoment_data() { addLessons(); }
    void theyMayBeAbandonedAtAnyMoment()
    {
        const Lesson &lesson = thisLesson();
        const auto whole = lesson.start(lesson.defaults());
        whole->finish();
        for (std::uint64_t handles = 0; handles < 40; ++handles) {
            const auto run = lesson.start(lesson.defaults());
            if (handles > 0)
                run->advance(Instant::max(), handles);
            const std::string shown = outputOf(run->trace(), Dialect::Lesson, OutputFormat::JsonLines);
            QVERIFY(outputOf(whole->trace(), Dialect::Lesson, OutputFormat::JsonLines).starts_with(shown));
        }
    }

    void theyEndWithTheExtremesOfEachParameter_data() { addLessons(); }
    void theyEndWithTheExtremesOfEachParameter()
    {
        const Lesson &lesson = thisLesson();
        for (const Parameter &parameter : lesson.parameters) {
            for (const double number : {parameter.min, parameter.max}) {
                Settings settings = lesson.defaults();
                lesson.set(settings, parameter.name, withNumber(parameter, number).toStdString());
                RunOptions options;
                options.maxPasses = kManyPasses;
                const auto run = lesson.start(settings, options);
                run->finish();
                QVERIFY2(run->end() != RunEnd::Uncaught, parameter.name.c_str());
                QVERIFY2(run->end() != RunEnd::Spin, parameter.name.c_str());
            }
        }
    }

    void whatTheyAreComparedWithExists_data() { addLessons(); }
    void whatTheyAreComparedWithExists()
    {
        for (const Partner &partner : thisLesson().comparedWith) {
            const Lesson *const lesson = findLesson(partner.id);
            QVERIFY2(lesson, partner.id.c_str());
            Settings settings = lesson->defaults();
            for (const auto &[name, value] : partner.settings) {
                lesson->set(settings, name, value);
                QVERIFY2(value != lesson->parameter(name)->standard, partner.written().c_str());
            }
        }
    }

    void listsOfWholeNumbersAreChecked()
    {
        const Lesson &boom = *findLesson("boom");
        Settings settings = boom.defaults();
        boom.set(settings, "divisors", "3,-2,0");
        QCOMPARE(settings.integers("divisors"), (std::vector<int>{3, -2, 0}));
        for (const char *const wrong : {"", "1,", "1.5", "101", "one"})
            QVERIFY_THROWS_EXCEPTION(SettingError, boom.set(settings, "divisors", wrong));
    }
};

QTEST_GUILESS_MAIN(TestEveryLesson)
#include "tst_every_lesson.moc"
