// SPDX-License-Identifier: GPL-3.0-or-later
// How long the whole window takes to show another moment: 1920x1080, each of its tables in turn, on a lesson and at the
// end of a long run of 200 tasks. Prints the median and the 99th percentile in milliseconds of processor time, and
// beside them what measuring the run anew would take alone. bench_window [TURNS of each task [FRAMES]]

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include "app/controls/appearance.h"
#include "app/panels/tables.h"
#include "app/playback/run_measures.h"
#include "app/window/arrangement.h"
#include "app/window/main_window.h"
#include "tests/support/processor_time.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>

using namespace coroscope;
using namespace coroscope::testing;

namespace {

constexpr int kTasks = 200;

void report(const char *what, int frames, const std::function<void(int frame)> &show)
{
    std::vector<double> times;
    for (int frame = 0; frame < frames; ++frame) {
        const double start = processorMilliseconds();
        show(frame);
        times.push_back(processorMilliseconds() - start);
    }
    std::sort(times.begin(), times.end());
    std::printf("  %-12s median %6.2f ms   p99 %6.2f ms\n", what, times[times.size() / 2],
                times[times.size() * 99 / 100]);
}

/// Tasks that sleep again and again, each at its own pace.
QString scenario(const QTemporaryDir &folder, int turns)
{
    QJsonArray tasks;
    for (int i = 0; i < kTasks; ++i) {
        const QJsonArray body{QJsonArray{QStringLiteral("sleep"), 5 + i % 37}};
        tasks.append(
            QJsonArray{QStringLiteral("task%1").arg(i), QJsonArray{QJsonArray{QStringLiteral("repeat"), turns, body}}});
    }
    const QJsonObject program{{QStringLiteral("format"), QStringLiteral("coroscope-program")},
                              {QStringLiteral("version"), 1},
                              {QStringLiteral("tasks"), tasks}};
    QFile file(folder.filePath(QStringLiteral("long.json")));
    if (file.open(QIODevice::WriteOnly))
        file.write(QJsonDocument(program).toJson());
    return file.fileName();
}

void bench(const char *name, MainWindow &window, int frames)
{
    Playback &playback = window.playback();
    playback.setPlaying(false);
    playback.toEnd();
    QCoreApplication::processEvents();
    const Recording &run = playback.run(0);
    const std::int64_t end = nanosecondsOf(run.spans().end());
    std::printf("%s: %llu events\n", name, static_cast<unsigned long long>(run.trace().size()));
    const auto at = [end, frames](int frame) { return instantAt(end / 4 * 3 + end / 8 * frame / frames); };
    const auto show = [&](int frame) {
        playback.seek(at(frame));
        QCoreApplication::processEvents();
    };
    window.arrangement().setShown(Arrangement::Area::Tables, false);
    QCoreApplication::processEvents();
    report("chart", frames, show);
    window.arrangement().setShown(Arrangement::Area::Tables, true);
    const std::pair<const char *, Tables::Tab> tabs[] = {{"+ job table", Tables::JobTableTab},
                                                         {"+ loop", Tables::LoopTab},
                                                         {"+ tasks", Tables::TasksTab},
                                                         {"+ events", Tables::EventsTab},
                                                         {"+ measures", Tables::MeasuresTab}};
    for (const auto &[title, tab] : tabs) {
        window.tables().showTab(tab);
        show(0);
        report(title, frames, show);
    }
    RunMeasures kept(run.spans());
    std::printf(" the figures alone\n");
    report("read anew", frames, [&](int frame) { (void)measure(run.spans(), {playback.moment(0).cursor, at(frame)}); });
    report("kept", frames, [&](int frame) { (void)kept.at({playback.moment(0).cursor, at(frame)}); });
}

} // namespace

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    Appearance appearance;
    MainWindow window(appearance);
    window.resize(1920, 1080);
    window.resetLayout();
    window.show();
    window.session().open(QStringLiteral("window-queue"));
    const int frames = argc > 2 ? std::atoi(argv[2]) : 200;
    bench("window-queue", window, frames);
    const QTemporaryDir folder;
    const QString problem = window.openFirst(scenario(folder, argc > 1 ? std::atoi(argv[1]) : 1000));
    if (!problem.isEmpty())
        qFatal("%s", qPrintable(problem));
    bench("200 tasks", window, frames);
    return 0;
}
