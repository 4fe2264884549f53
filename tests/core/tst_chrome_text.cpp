// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QSet>

#include "core/lessons/lesson.h"
#include "core/trace/chrome_text.h"

using namespace coroscope;

/// The rules of the format that Perfetto and chrome://tracing hold a file to, for every lesson.
class TestChromeText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyThreadHasANameAndANumberOfItsOwn_data() { lessonRows(); }
    void everyThreadHasANameAndANumberOfItsOwn()
    {
        QSet<int> named;
        for (const QJsonObject &event : events(QStringLiteral("M")))
            if (event[QStringLiteral("name")] == QStringLiteral("thread_name"))
                named.insert(event[QStringLiteral("tid")].toInt());
        for (const QJsonObject &event : events({})) {
            const int thread = event[QStringLiteral("tid")].toInt();
            QVERIFY(thread > 0);
            QVERIFY(thread != event[QStringLiteral("pid")].toInt());
            QVERIFY(named.contains(thread));
        }
    }

    void theStatesOfATaskFollowEachOther_data() { lessonRows(); }
    void theStatesOfATaskFollowEachOther()
    {
        constexpr int kFirstTask = 3; // 1 is the loop, 2 the main program
        QMap<int, double> end;
        for (const QJsonObject &slice : events(QStringLiteral("X"))) {
            const int thread = slice[QStringLiteral("tid")].toInt();
            const double begin = slice[QStringLiteral("ts")].toDouble();
            if (thread >= kFirstTask && end.contains(thread))
                QVERIFY(qAbs(begin - end[thread]) < 0.001);
            else if (end.contains(thread))
                QVERIFY(begin + 0.001 > end[thread]);
            end[thread] = begin + slice[QStringLiteral("dur")].toDouble();
        }
    }

    void flowsComeInPairsEachWithItsNumber_data() { lessonRows(); }
    void flowsComeInPairsEachWithItsNumber()
    {
        QSet<int> begun;
        for (const QJsonObject &flow : events(QStringLiteral("s"))) {
            const int id = flow[QStringLiteral("id")].toInt();
            QVERIFY(!begun.contains(id));
            QCOMPARE(flow[QStringLiteral("bp")].toString(), QStringLiteral("e"));
            begun.insert(id);
        }
        for (const QJsonObject &flow : events(QStringLiteral("f")))
            QVERIFY(begun.remove(flow[QStringLiteral("id")].toInt()));
        QVERIFY(begun.isEmpty());
    }

    void theTraceIsThereRecordByRecord_data() { lessonRows(); }
    void theTraceIsThereRecordByRecord()
    {
        const QJsonArray records = written()[QStringLiteral("otherData")][QStringLiteral("events")].toArray();
        QCOMPARE(static_cast<EventIndex>(records.size()), m_run->trace().size());
        for (EventIndex i = 0; i < m_run->trace().size(); ++i) {
            const TraceEvent &event = m_run->trace()[i];
            const QJsonArray expected{static_cast<qint64>(event.time), static_cast<int>(event.kind), event.tag, static_cast<qint64>(raw(event.actor)),
                static_cast<qint64>(event.object), static_cast<qint64>(event.source), static_cast<qint64>(event.value)};
            QCOMPARE(records[static_cast<qsizetype>(i)].toArray(), expected);
        }
    }

private:
    static void lessonRows()
    {
        QTest::addColumn<QString>("lesson");
        for (const Lesson &lesson : lessons())
            QTest::newRow(lesson.id.c_str()) << QString::fromStdString(lesson.id);
    }

    QJsonObject written()
    {
        QFETCH(QString, lesson);
        const Lesson *found = findLesson(lesson.toStdString());
        m_run = found->start(found->defaults());
        m_run->finish();
        Spans spans(m_run->trace());
        spans.update();
        Names names(spans);
        names.update();
        std::string text;
        writeChrome(names, [&text](std::string_view piece) { text += piece; });
        const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(text));
        return document.object();
    }

    /// The trace events of a phase; of all when it is empty. None would make the tests above say nothing.
    QList<QJsonObject> events(const QString &phase)
    {
        QList<QJsonObject> found;
        const QJsonArray all = written()[QStringLiteral("traceEvents")].toArray();
        for (const QJsonValue &event : all)
            if (phase.isEmpty() || event[QStringLiteral("ph")] == phase)
                found.append(event.toObject());
        if (all.isEmpty())
            qFatal("nothing was written");
        return found;
    }

    std::unique_ptr<Run> m_run;
};

QTEST_GUILESS_MAIN(TestChromeText)

#include "tst_chrome_text.moc"
