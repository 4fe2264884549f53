// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QSet>

#include "core/lessons/lesson.h"
#include "core/text/chrome_text.h"

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

    /// Importers bind a flow to a slice of its thread that is open at its instant.
    void flowsBeginAndEndInsideSlices_data() { lessonRows(); }
    void flowsBeginAndEndInsideSlices()
    {
        QMultiMap<int, QPair<double, double>> slices;
        for (const QJsonObject &slice : events(QStringLiteral("X"))) {
            const double begin = slice[QStringLiteral("ts")].toDouble();
            slices.insert(slice[QStringLiteral("tid")].toInt(),
                          {begin, begin + slice[QStringLiteral("dur")].toDouble()});
        }
        for (const char *phase : {"s", "f"}) {
            for (const QJsonObject &flow : events(QLatin1String(phase))) {
                const double at = flow[QStringLiteral("ts")].toDouble();
                const auto own = slices.values(flow[QStringLiteral("tid")].toInt());
                const bool inside = std::any_of(own.begin(), own.end(), [at](const auto &slice) {
                    return slice.first <= at && at <= slice.second + 0.0005;
                });
                QVERIFY2(inside, QJsonDocument(flow).toJson().constData());
            }
        }
    }

    /// At one instant the order of the file decides: the slice first, then what begins or ends in it.
    void flowsStandBehindTheirSlices_data() { lessonRows(); }
    void flowsStandBehindTheirSlices()
    {
        QMap<int, double> last; // of each thread: where its last slice of the file begins
        QSet<int> begun;
        for (const QJsonObject &event : events({})) {
            const int thread = event[QStringLiteral("tid")].toInt();
            const QString phase = event[QStringLiteral("ph")].toString();
            const double at = event[QStringLiteral("ts")].toDouble();
            if (phase == QStringLiteral("X"))
                last[thread] = at;
            if (phase == QStringLiteral("s"))
                begun.insert(event[QStringLiteral("id")].toInt());
            if (phase == QStringLiteral("f"))
                QVERIFY(begun.contains(event[QStringLiteral("id")].toInt()));
            if (phase == QStringLiteral("s") || phase == QStringLiteral("f"))
                QVERIFY(last.contains(thread));
        }
    }

    void lanesHaveTheirOrder_data() { lessonRows(); }
    void lanesHaveTheirOrder()
    {
        QMap<int, int> order;
        for (const QJsonObject &event : events(QStringLiteral("M")))
            if (event[QStringLiteral("name")] == QStringLiteral("thread_sort_index"))
                order[event[QStringLiteral("args")][QStringLiteral("sort_index")].toInt()] =
                    event[QStringLiteral("tid")].toInt();
        QCOMPARE(order.first(), 1);
        const QList<int> threads = order.values();
        QVERIFY(std::is_sorted(threads.begin(), threads.end()));
    }

    /// Readers tell the format by the first bytes.
    void beginsAsImportersExpect()
    {
        const Lesson *lesson = findLesson("pieces-gather");
        const std::string text = textOf(*lesson);
        QVERIFY(text.starts_with("{\"displayTimeUnit\": \"ms\", \"otherData\": {\"format\": \"coroscope-trace\""));
        QVERIFY(text.ends_with("\n]}\n"));
    }

    /// What is saved may be handed on: nothing of the machine it was built on is in it.
    void placesAreThoseOfTheRepository_data() { lessonRows(); }
    void placesAreThoseOfTheRepository()
    {
        QFETCH(QString, lesson);
        const std::string text = textOf(*findLesson(lesson.toStdString()));
        QVERIFY(text.find("../") == text.npos);
        QVERIFY(findLesson(lesson.toStdString())->file.starts_with("core/lessons/"));
        const QJsonArray places = written()[QStringLiteral("otherData")][QStringLiteral("places")].toArray();
        QVERIFY(places.size() > 1); // the first one is nowhere
        for (qsizetype i = 1; i < places.size(); ++i)
            QVERIFY2(places[i][0].toString().startsWith(QStringLiteral("core/")), qPrintable(places[i][0].toString()));
    }

    void theTraceIsThereRecordByRecord_data() { lessonRows(); }
    void theTraceIsThereRecordByRecord()
    {
        const QJsonArray records = written()[QStringLiteral("otherData")][QStringLiteral("events")].toArray();
        QCOMPARE(static_cast<EventIndex>(records.size()), m_run->trace().size());
        for (EventIndex i = 0; i < m_run->trace().size(); ++i) {
            const TraceEvent &event = m_run->trace()[i];
            const QJsonArray expected{static_cast<qint64>(event.time),
                                      static_cast<int>(event.kind),
                                      event.tag,
                                      static_cast<qint64>(raw(event.actor)),
                                      static_cast<qint64>(event.object),
                                      static_cast<qint64>(event.source),
                                      static_cast<qint64>(event.value)};
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
        return QJsonDocument::fromJson(QByteArray::fromStdString(textOf(*findLesson(lesson.toStdString())))).object();
    }

    std::string textOf(const Lesson &lesson)
    {
        m_run = lesson.start(lesson.defaults());
        m_run->finish();
        Spans spans(m_run->trace());
        spans.update();
        Names names(spans);
        names.update();
        std::string text;
        writeChrome(names, {Dialect::Lesson, lesson.id}, [&text](std::string_view piece) { text += piece; });
        return text;
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
