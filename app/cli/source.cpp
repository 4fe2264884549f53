// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/source.h"

#include "app/cli/command_line.h"
#include "app/cli/failure.h"
#include "app/cli/python_source.h"
#include "app/cli/text_application.h"
#include "app/course/lesson_texts.h"
#include "app/live/signal_relay.h"
#include "app/readers/nearest.h"
#include "app/readers/opened_file.h"
#include "app/readers/slice_remarks.h"
#include "app/real/simulation.h"
#include "core/lessons/changes.h"
#include "core/program/interpreter.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <iterator>

namespace coroscope::cli {

namespace {

struct SourceText {
    Q_DECLARE_TR_FUNCTIONS(Source)
};

using formats::didYouMean;
using formats::quoted;

/// An endless lesson ends as well.
constexpr std::uint64_t kMaxPasses = 5'000'000;
constexpr double kMostSeconds = 1e6;

void applySetting(const Lesson &lesson, Settings &settings, const QString &written)
{
    const qsizetype equals = written.indexOf(QLatin1Char('='));
    if (equals < 1)
        throw badUsage(SourceText::tr("--set takes NAME=VALUE, not %1").arg(quoted(written)));
    const QString name = written.left(equals);
    if (!lesson.parameter(name.toStdString())) {
        QStringList names;
        for (const Parameter &parameter : lesson.parameters)
            names << QString::fromStdString(parameter.name);
        const QString id = QString::fromStdString(lesson.id);
        throw badUsage(names.isEmpty() ? SourceText::tr("%1 has no parameter %2: it has none").arg(id, quoted(name))
                                       : SourceText::tr("%1 has no parameter %2; it has %3")
                                                 .arg(id, quoted(name), names.join(QLatin1String(", ")))
                                             + didYouMean(name, names));
    }
    try {
        lesson.set(settings, name.toStdString(), written.mid(equals + 1).toStdString());
    } catch (const SettingError &error) {
        throw badUsage(QString::fromUtf8(error.what()));
    }
}

QString unknownLesson(const QString &id)
{
    return SourceText::tr("there is no lesson %1").arg(quoted(id)) + didYouMean(id, lessonIds())
           + SourceText::tr(" (coroscope list shows them all)");
}

const Lesson &lessonOf(const QString &id)
{
    const Lesson *lesson = findLesson(id.toStdString());
    if (!lesson)
        throw badUsage(unknownLesson(id));
    return *lesson;
}

/// Ready to run, on the clock that was asked for.
decltype(Source::content) startedOn(const Options &options, const Lesson &lesson, const Settings &settings,
                                    const RunOptions &run)
{
    if (options.value(QStringLiteral("clock")) != QLatin1String("real"))
        return lesson.start(settings, run);
    if (simulatesOutside(lesson))
        throw badUsage(
            SourceText::tr("%1 has no real clock: what happens outside of its loop is simulated, on the virtual one")
                .arg(QString::fromStdString(lesson.id)));
    return std::make_unique<RealRun>([&](const RunOptions &real) { return lesson.start(settings, real); }, run);
}

Source open(const Options &options, const Lesson &lesson, const QStringList &written)
{
    Settings settings = lesson.defaults();
    for (const QString &setting : written)
        applySetting(lesson, settings, setting);
    RunOptions run;
    run.maxPasses = kMaxPasses;
    if (const auto until = options.number(QStringLiteral("until"), 0, kMostSeconds))
        run.interruptAt = Instant(fromSeconds(*until));
    return {startedOn(options, lesson, settings, run),
            SavedRunInfo{.dialect = Dialect::Lesson, .name = lesson.id, .settings = changedSettings(lesson, settings)},
            formats::lessonTitle(lesson.id, options.value(QStringLiteral("lang"))),
            {}};
}

bool hasParameter(const Lesson &lesson, const QString &written)
{
    return lesson.parameter(written.left(written.indexOf(QLatin1Char('='))).toStdString()) != nullptr;
}

std::vector<Partner> partnersOf(const QString &written)
{
    try {
        return partnersIn(written.toStdString());
    } catch (const SettingError &error) {
        throw badUsage(QString::fromUtf8(error.what()));
    }
}

/// Its own values come after those that are for all.
Source openPartner(const Options &options, const Lesson &lesson, const Partner &partner, const QStringList &written)
{
    QStringList own;
    for (const auto &[name, value] : partner.settings)
        own << QString::fromStdString(name + '=' + value);
    Source source = open(options, lesson, written + own);
    if (!own.isEmpty())
        source.title = QStringLiteral("%1 (%2)").arg(source.title, own.join(QLatin1String(", ")));
    return source;
}

Source savedSource(const Options &options, formats::SavedRun saved, const QString &file)
{
    const SavedRunInfo info = saved.info;
    const bool isLesson = info.dialect == Dialect::Lesson && findLesson(info.name);
    const QString title = isLesson ? formats::lessonTitle(info.name, options.value(QStringLiteral("lang")))
                                   : QString::fromStdString(info.name);
    return {std::move(saved), info, title, file};
}

/// What a word that is the id of no lesson names.
bool isFile(const QString &word)
{
    return !findLesson(word.toStdString())
           && (QFileInfo::exists(word) || word.contains(QLatin1Char('/')) || word.contains(QLatin1Char('.')));
}

/// Lessons side by side, the one that was named first. A --set goes to those that have the parameter.
std::vector<Source> openLessons(const Options &options, const std::vector<Partner> &partners)
{
    std::vector<Partner> all{{options.argument().toStdString(), {}}};
    all.insert(all.end(), partners.begin(), partners.end());
    std::vector<const Lesson *> lessons;
    for (const Partner &one : all)
        lessons.push_back(&lessonOf(QString::fromStdString(one.id)));
    std::vector<Source> sources;
    for (std::size_t i = 0; i < all.size(); ++i) {
        QStringList known;
        for (const QString &written : options.values(QStringLiteral("set"))) {
            const bool nobody =
                std::ranges::none_of(lessons, [&](const Lesson *one) { return hasParameter(*one, written); });
            if (nobody || hasParameter(*lessons[i], written)) // nobody's: the first lesson says so
                known << written;
        }
        sources.push_back(openPartner(options, *lessons[i], all[i], known));
    }
    return sources;
}

/// Whatever is a run beside whatever else is one: a --set goes to what was named first.
std::vector<Source> openMixed(const Options &options, const std::vector<Partner> &partners)
{
    std::vector<Source> sources;
    sources.push_back(openSource(options));
    for (const Partner &partner : partners) {
        const QString name = QString::fromStdString(partner.id);
        if (namesPythonProgram(name) && QFileInfo::exists(name)) {
            PythonProgram program = pythonProgram(name);
            program.interpreter = options.value(QStringLiteral("python"));
            sources.push_back(runProgram(options, program));
        } else if (isFile(name)) {
            sources.push_back(openFile(options, name));
        } else {
            sources.push_back(openPartner(options, lessonOf(name), partner, {}));
        }
    }
    return sources;
}

void finishForReal(RealRun &run)
{
    const LoopIfNone loop;
    const SignalRelay relay;
    QObject::connect(&relay, &SignalRelay::caught, &run, &RealRun::interrupt);
    QObject::connect(&run, &RealRun::finished, QCoreApplication::instance(), &QCoreApplication::quit);
    run.start();
    QCoreApplication::exec();
}

} // namespace

Run *Source::live() const
{
    const auto *run = std::get_if<std::unique_ptr<Run>>(&content);
    return run ? run->get() : nullptr;
}

RealRun *Source::real() const
{
    const auto *run = std::get_if<std::unique_ptr<RealRun>>(&content);
    return run ? run->get() : nullptr;
}

const Slices *Source::slices() const
{
    const auto *slices = std::get_if<std::shared_ptr<const Slices>>(&content);
    return slices ? slices->get() : nullptr;
}

const Trace &Source::trace() const
{
    if (const RealRun *const run = real())
        return run->trace();
    const Run *const run = live();
    return run ? run->trace() : *std::get<formats::SavedRun>(content).trace;
}

bool Source::uncaught() const
{
    if (programStatus)
        return *programStatus != 0;
    const EventIndex size = trace().size();
    if (size == 0)
        return false;
    const TraceEvent &last = trace()[size - 1];
    return last.kind == EventKind::Finished && static_cast<RunEnd>(last.tag) == RunEnd::Uncaught;
}

QStringList lessonIds()
{
    QStringList ids;
    for (const Lesson &lesson : lessons())
        ids << QString::fromStdString(lesson.id);
    return ids;
}

Source openLesson(const Options &options, const QString &id)
{
    return open(options, lessonOf(id), options.values(QStringLiteral("set")));
}

Source openFile(const Options &options, const QString &file, Accepts accepts)
{
    auto opened = formats::openFile(file);
    if (!opened)
        throw Failure{Status::Unreadable, opened.error};
    if (formats::ForeignTrace *trace = opened.value->foreign(); trace && accepts == Accepts::Traces) {
        for (const QString &remark : formats::remarksOn(*trace->slices))
            printError(file + QStringLiteral(": ") + remark);
        return {std::shared_ptr<const Slices>(std::move(trace->slices)), {}, QFileInfo(file).fileName(), file};
    }
    if (opened.value->slices())
        throw Failure{
            Status::Unreadable,
            file + QStringLiteral(": ")
                + SourceText::tr(
                    "is a trace of another program: it tells what took how long, not which task waited for what; coroscope export draws it, coroscope stats adds it up")};
    if (opened.value->run() && !opened.value->run()->remark.isEmpty())
        printError(opened.value->run()->remark);
    if (opened.value->run())
        return savedSource(options, std::move(*opened.value->run()), file);
    auto program = std::make_shared<const program::Program>(std::move(*opened.value->scenario()));
    const QString name = QFileInfo(file).fileName();
    SavedRunInfo info{Dialect::Scenario, name.toStdString(), {}, program->text};
    return {program::start(std::move(program)), std::move(info), name, file};
}

Source openSource(const Options &options, Accepts accepts)
{
    if (const auto program = namedProgram(options))
        return runProgram(options, *program);
    const QString &name = options.argument();
    if (findLesson(name.toStdString()))
        return openLesson(options, name);
    if (!isFile(name))
        throw badUsage(unknownLesson(name));
    if (options.has(QStringLiteral("set")))
        throw badUsage(SourceText::tr("--set is for lessons; %1 is a file").arg(name));
    if (options.has(QStringLiteral("clock")))
        throw badUsage(SourceText::tr("--clock is for lessons and Python programs; %1 is a file").arg(name));
    return openFile(options, name, accepts);
}

std::vector<Source> openCompared(const Options &options)
{
    const QString others = options.value(QStringLiteral("compare"));
    if (others.isNull()) {
        std::vector<Source> sources;
        sources.push_back(openSource(options, Accepts::Traces));
        return sources;
    }
    const std::vector<Partner> partners = partnersOf(others);
    constexpr std::size_t kMost = 2;
    if (partners.size() > kMost)
        throw badUsage(SourceText::tr("--compare takes one or two lessons or files"));
    const bool lessonsOnly =
        !namedProgram(options) && !isFile(options.argument())
        && std::ranges::none_of(partners, [](const Partner &one) { return isFile(QString::fromStdString(one.id)); });
    return lessonsOnly ? openLessons(options, partners) : openMixed(options, partners);
}

void finish(Source &source)
{
    if (RealRun *const run = source.real())
        return finishForReal(*run);
    Run *const run = source.live();
    if (!run)
        return;
    run->finish();
    if (!run->uncaught())
        return;
    try {
        std::rethrow_exception(run->uncaught());
    } catch (const program::TooLarge &error) {
        throw Failure{Status::Unreadable, source.file + QLatin1String(": ") + QString::fromUtf8(error.what())};
    } catch (...) {
        // The output tells of it, and the exit status.
    }
}

} // namespace coroscope::cli
