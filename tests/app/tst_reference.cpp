// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/readers/scenario_reader.h"
#include "core/lessons/lesson.h"
#include "core/program/interpreter.h"
#include "core/text/output.h"
#include "core/text/table_text.h"

#include <QDir>

using namespace coroscope;

namespace {

QByteArray contents(const QString &file)
{
    QFile opened(QStringLiteral(COROSCOPE_TESTS_DIR "/golden/") + file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

QStringList names(const QString &folder, const QString &suffix)
{
    QStringList names;
    const QDir all(QStringLiteral(COROSCOPE_TESTS_DIR "/golden/") + folder);
    for (const QString &name : all.entryList({QStringLiteral("*") + suffix}, QDir::Files, QDir::Name))
        names << name.chopped(suffix.size());
    return names;
}

QByteArray bytes(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

std::unique_ptr<Run> finishedLesson(const QString &id)
{
    const Lesson *lesson = findLesson(id.toStdString());
    if (!lesson)
        return nullptr;
    auto run = lesson->start(lesson->defaults());
    run->finish();
    return run;
}

QByteArray answerTo(const QByteArray &program)
{
    const auto read = formats::parseScenario(program, QStringLiteral("program.json"));
    if (!read)
        return read.error.toUtf8();
    const auto run = program::start(std::make_shared<const program::Program>(*read.value));
    run->finish();
    return bytes(outputOf(run->trace(), Dialect::Scenario, OutputFormat::JsonLines));
}

/// Fails with the first line that differs: whole logs are too long to read.
void compareLines(const QByteArray &actual, const QByteArray &expected)
{
    const auto actualLines = actual.split('\n');
    const auto expectedLines = expected.split('\n');
    for (qsizetype i = 0; i < std::min(actualLines.size(), expectedLines.size()); ++i)
        QCOMPARE(actualLines[i], expectedLines[i]);
    QCOMPARE(actualLines.size(), expectedLines.size());
}

} // namespace

/// Holds lessons and scenarios against CPython's own answers in tests/golden.
class ReferenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lessonsPrintTheSame_data() { addRows(QStringLiteral("lessons"), QStringLiteral(".txt"), 59); }
    void lessonsPrintTheSame();
    void lessonsLogTheSame_data() { addRows(QStringLiteral("lessons"), QStringLiteral(".jsonl"), 59); }
    void lessonsLogTheSame();
    void lessonsRepeatByteForByte_data() { addRows(QStringLiteral("lessons"), QStringLiteral(".txt"), 59); }
    void lessonsRepeatByteForByte();
    void tablesAreTheSame_data() { addRows(QStringLiteral("lessons"), QStringLiteral(".table.md"), 2); }
    void tablesAreTheSame();
    void scenariosLogTheSame_data() { addRows(QStringLiteral("programs"), QStringLiteral(".json"), 88); }
    void scenariosLogTheSame();
    void randomScenariosLogTheSame();
    void outputIsTheSameInPieces();

private:
    static void addRows(const QString &folder, const QString &suffix, qsizetype atLeast);
};

void ReferenceTest::addRows(const QString &folder, const QString &suffix, qsizetype atLeast)
{
    QTest::addColumn<QString>("name");
    const QStringList all = names(folder, suffix);
    QVERIFY(all.size() >= atLeast);
    for (const QString &name : all)
        QTest::newRow(qPrintable(name)) << name;
}

void ReferenceTest::lessonsPrintTheSame()
{
    QFETCH(QString, name);
    const auto run = finishedLesson(name);
    QVERIFY(run);
    compareLines(bytes(outputOf(run->trace(), Dialect::Lesson, OutputFormat::Text)),
                 contents(QStringLiteral("lessons/%1.txt").arg(name)));
}

void ReferenceTest::lessonsLogTheSame()
{
    QFETCH(QString, name);
    const auto run = finishedLesson(name);
    QVERIFY(run);
    compareLines(bytes(outputOf(run->trace(), Dialect::Lesson, OutputFormat::JsonLines)),
                 contents(QStringLiteral("lessons/%1.jsonl").arg(name)));
}

void ReferenceTest::lessonsRepeatByteForByte()
{
    QFETCH(QString, name);
    const auto one = finishedLesson(name);
    const auto two = finishedLesson(name);
    QVERIFY(one && two);
    QCOMPARE(one->trace().size(), two->trace().size());
    for (EventIndex i = 0; i < one->trace().size(); ++i)
        QCOMPARE(std::memcmp(&one->trace()[i], &two->trace()[i], sizeof(TraceEvent)), 0);
}

void ReferenceTest::tablesAreTheSame()
{
    QFETCH(QString, name);
    const auto run = finishedLesson(name);
    QVERIFY(run);
    Spans spans(run->trace());
    spans.update();
    const auto table = jobTable(spans, ShownUntil::endOf(spans), 1s);
    compareLines(bytes(markdownOf(table)), contents(QStringLiteral("lessons/%1.table.md").arg(name)));
}

void ReferenceTest::scenariosLogTheSame()
{
    QFETCH(QString, name);
    compareLines(answerTo(contents(QStringLiteral("programs/%1.json").arg(name))),
                 contents(QStringLiteral("programs/%1.jsonl").arg(name)));
}

void ReferenceTest::randomScenariosLogTheSame()
{
    const QByteArray all = contents(QStringLiteral("random.txt"));
    int count = 0;
    for (qsizetype begin = 0; begin < all.size(); ++count) {
        const qsizetype answer = all.indexOf('\n', begin) + 1;
        const qsizetype end = all.indexOf("\n\n", answer) + 1;
        const QByteArray program = all.mid(begin, answer - begin);
        const QByteArray got = answerTo(program);
        if (got != all.mid(answer, end - answer))
            qWarning("differs: %s", program.constData());
        compareLines(got, all.mid(answer, end - answer));
        begin = end + 1;
    }
    QCOMPARE(count, 300);
}

void ReferenceTest::outputIsTheSameInPieces()
{
    const auto run = finishedLesson(QStringLiteral("countdown-breathing"));
    QVERIFY(run);
    for (const OutputFormat format : {OutputFormat::Text, OutputFormat::JsonLines}) {
        RunOutput output(run->trace(), Dialect::Lesson, format);
        std::string text;
        while (output.update(text, 1)) {
        }
        QCOMPARE(text, outputOf(run->trace(), Dialect::Lesson, format));
    }
}

QTEST_GUILESS_MAIN(ReferenceTest)
#include "tst_reference.moc"
