// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/session.h"

#include "app/course/lesson_texts.h"
#include "app/playback/run_source.h"
#include "app/readers/opened_file.h"
#include "app/real/real_run.h"
#include "app/session/listing_run.h"
#include "app/session/live_source.h"
#include "core/lessons/changes.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QScopedValueRollback>

#include <algorithm>

namespace coroscope {

namespace {

constexpr std::string_view kBlocking = "blocking";

bool sameSettings(const Lesson &lesson, const Settings &one, const Settings &two)
{
    return std::ranges::all_of(lesson.parameters,
                               [&](const Parameter &p) { return one.written(p.name) == two.written(p.name); });
}

/// "0,5" in French; where commas separate, numbers stay as they are written.
QString shownValue(const Parameter &parameter, const std::string &written)
{
    const QString value = QString::fromStdString(written);
    return parameter.type == Parameter::Type::Seconds ? QLocale().toString(value.toDouble(), 'g', 9) : value;
}

/// "runs=3, first=0.5": where the settings differ from the others.
QString differences(const Lesson &lesson, const Settings &settings, const Settings &others)
{
    QStringList parts;
    for (const Parameter &parameter : lesson.parameters) {
        const std::string &value = settings.written(parameter.name);
        if (value != others.written(parameter.name))
            parts.append(
                QStringLiteral("%1=%2").arg(QString::fromStdString(parameter.name), shownValue(parameter, value)));
    }
    return parts.join(QStringLiteral(", "));
}

/// One that was written; of another form it is a lesson there is not.
Partner partnerIn(const QString &written)
{
    try {
        return partnersIn(written.toStdString()).front();
    } catch (const SettingError &) {
        return {written.toStdString(), {}};
    }
}

/// The settings of one lesson, as far as another has the same parameters.
Settings carriedOver(const Lesson &from, const Settings &settings, const Lesson &to, Settings target)
{
    for (const Parameter &parameter : from.parameters) {
        if (parameter.name == kBlocking || !to.parameter(parameter.name))
            continue;
        try {
            to.set(target, parameter.name, settings.written(parameter.name));
        } catch (const SettingError &) {
            // Out of the other's range: its own value stays.
        }
    }
    return target;
}

} // namespace

bool Session::Variant::operator==(const Variant &other) const
{
    if (lesson != other.lesson || name != other.name || measured != other.measured)
        return false;
    return !lesson || sameSettings(*lesson, settings, other.settings);
}

Session::Session(Playback &playback, QObject *parent) : QObject(parent), m_playback(playback) {}

// What is shown ------------------------------------------------------------------------------------------------

void Session::open(const QString &lesson)
{
    const Lesson *found = findLesson(lesson.toStdString());
    if (!found)
        return;
    // Two runs halve the room of each: beside another it is shown when that was asked for.
    if (m_lesson && found != m_lesson && !comparedWith().contains(lesson))
        m_against = Against::Nothing;
    else if (m_against == Against::Before || m_against == Against::Listing)
        m_against = Against::Nothing;
    if (found != m_lesson)
        m_chosen.clear();
    m_before.reset();
    m_lesson = found;
    m_file.clear();
    measure();
    show(Place::Start);
}

Session::Variant Session::variantOf(formats::OpenedFile opened, const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    if (opened.run()) {
        const std::shared_ptr<const Trace> trace = std::move(opened.run()->trace);
        const SavedRunInfo info = opened.run()->info;
        const bool isLesson = info.dialect == Dialect::Lesson && findLesson(info.name);
        const QString title = isLesson ? formats::lessonTitle(info.name, formats::textLanguage()) : name;
        return {.record = [trace, path, title, info] { return recordingOf(trace, path, title, info); }, .name = name};
    }
    const auto scenario = std::make_shared<const program::Program>(std::move(*opened.scenario()));
    return {.record = [scenario, path] { return recordScenario(*scenario, path); }, .name = name};
}

QString Session::openFile(const QString &path)
{
    auto opened = formats::openFile(path);
    if (!opened)
        return opened.error;
    if (opened.value->slices())
        return tr("%1 is a trace of another program").arg(path);
    openRead(std::move(*opened.value), path);
    return {};
}

void Session::openRead(formats::OpenedFile opened, const QString &path)
{
    m_fileInfo = opened.run() ? opened.run()->info
                              : SavedRunInfo{.dialect = Dialect::Scenario,
                                             .name = QFileInfo(path).fileName().toStdString(),
                                             .source = opened.scenario()->text};
    m_about = opened.scenario() ? QString::fromStdString(opened.scenario()->about) : QString();
    m_fileRun = variantOf(std::move(opened), path);
    m_lesson = nullptr;
    measure();
    m_file = path;
    m_before.reset();
    m_chosen.clear();
    m_against = Against::Nothing;
    show(Place::Start);
    Q_EMIT fileOpened(path);
}

void Session::openProgram(const QString &path)
{
    const QString name = QFileInfo(QDir::cleanPath(path)).fileName();
    m_lesson = nullptr;
    measure();
    m_file = path;
    m_fileInfo = {.dialect = Dialect::Lesson, .name = name.toStdString()};
    m_fileRun = {};
    m_before.reset();
    m_listing.reset();
    m_chosen.clear();
    m_against = Against::Nothing;
    m_shown.clear();
    m_playback.load({});
    Q_EMIT opened();
    Q_EMIT fileOpened(path);
}

void Session::showRun(const QString &title, std::function<std::unique_ptr<Recording>()> record, bool besideBefore)
{
    m_before = besideBefore && m_fileRun.record ? std::optional(m_fileRun) : std::nullopt;
    m_fileRun = {.record = std::move(record), .name = title};
    if (m_against != Against::Lessons || m_chosen.empty()) // beside a lesson it stays beside it
        m_against = m_before && m_keepsBefore ? Against::Before : Against::Nothing;
    show(Place::Start);
}

SavedRunInfo Session::info() const
{
    return m_lesson ? SavedRunInfo{.dialect = Dialect::Lesson,
                                   .name = m_lesson->id,
                                   .settings = changedSettings(*m_lesson, settingsOf(*m_lesson))}
                    : m_fileInfo;
}

std::unique_ptr<Recording> Session::recordAgain() const
{
    const Variant run = itself();
    return run.record ? run.record() : nullptr;
}

void Session::set(const QString &lesson, const QString &parameter, const QString &value)
{
    const Lesson *found = findLesson(lesson.toStdString());
    if (!found)
        throw SettingError(tr("there is no lesson “%1”").arg(lesson).toStdString());
    Settings settings = settingsOf(*found);
    found->set(settings, parameter.toStdString(), value.toStdString());
    m_settings.insert_or_assign(found->id, settings);
}

Settings Session::settingsOf(const Lesson &lesson) const
{
    const auto own = m_settings.find(lesson.id);
    return own == m_settings.end() ? lesson.defaults() : own->second;
}

Session::Variant Session::variantOf(const Lesson &lesson, Settings settings)
{
    const auto record = [&lesson, settings] { return recordLesson(lesson, settings, QString()); };
    return Variant{.lesson = &lesson, .settings = settings, .record = record};
}

Session::Variant Session::itself() const
{
    if (!m_lesson)
        return m_fileRun;
    return m_measured ? *m_measured : variantOf(*m_lesson, settingsOf(*m_lesson));
}

std::vector<Session::Shown> Session::chooseRuns() const
{
    std::vector<Shown> runs{{itself(), Role::Itself}};
    if (m_against == Against::Before && m_before)
        runs.insert(runs.begin(), Shown{*m_before, Role::Before});
    if (m_against == Against::Lessons) {
        // The lesson that comes first in the course stands above the other, whichever was chosen.
        for (const QString &written : comparedWith()) {
            const auto partner = variantOf(partnerIn(written));
            if (!partner || runs.size() == kMostRuns)
                continue;
            const auto after = std::ranges::find_if(
                runs, [&](const Shown &run) { return !run.variant.lesson || partner->lesson < run.variant.lesson; });
            runs.insert(after, Shown{*partner, Role::Partner});
        }
    }
    if (m_against == Against::Listing && m_listing)
        runs.push_back({*m_listing, Role::Listing});
    const bool there = m_pinned && std::ranges::find(runs, *m_pinned, &Shown::variant) != runs.end();
    if (m_pinned && !there && runs.size() < kMostRuns)
        runs.insert(runs.begin(), Shown{*m_pinned, Role::Pinned});
    return runs;
}

void Session::show(Place place)
{
    if (!itself().record)
        return;
    if (m_against != Against::Listing)
        m_listing.reset(); // nobody watches Python any more
    const Instant now = m_playback.now();
    const bool atEnd = place == Place::Kept && m_playback.atEnd();
    const bool waits = m_lesson && m_waits && m_waits(*m_lesson);
    const bool playing = place == Place::Start ? !waits : m_playback.playing();
    m_shown = chooseRuns();
    m_position = static_cast<std::size_t>(std::ranges::find(m_shown, Role::Itself, &Shown::role) - m_shown.begin());
    std::vector<std::unique_ptr<Recording>> runs;
    for (const Shown &shown : m_shown) {
        runs.push_back(shown.variant.record());
        runs.back()->setTitle(titleOf(shown));
    }
    m_playback.load(std::move(runs));
    lookAhead();
    m_playback.setKnownEnd(m_end);
    Q_EMIT opened();
    if (m_measured && !m_measured->measured->ended()) {
        if (!m_measured->measured->started())
            m_measured->measured->start();
        m_playback.setFollowing(true);
        Q_EMIT runningChanged();
    } else if (atEnd)
        m_playback.toEnd();
    else if (place == Place::Kept)
        m_playback.seek(now);
    if (playing && !atEnd && !m_playback.following())
        m_playback.setPlaying(true);
}

namespace {

/// Of several tasks: one after the other they would make no table.
bool hasSections(const Trace &trace, EventIndex most)
{
    ActorId first = ActorId::None;
    for (EventIndex i = 0; i < std::min(trace.size(), most); ++i) {
        if (trace[i].kind != EventKind::SectionBegan)
            continue;
        if (first != ActorId::None && trace[i].actor != first)
            return true;
        first = trace[i].actor;
    }
    return false;
}

} // namespace

/// Runs what is shown once more, aside, to know how long it is and what there is in it. What is endless, or long, stays
/// unknown; so does what grows by itself.
void Session::lookAhead()
{
    constexpr EventIndex kMost = 40'000; // some milliseconds
    m_end = Instant{};
    m_hasJobs = false;
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        if (m_shown[i].role == Role::Listing)
            continue; // ends where the lesson does
        const auto run = m_shown[i].variant.record();
        const bool ended = run->recordToEnd(kMost);
        const Trace &trace = run->trace();
        if (!ended || trace.size() == 0)
            m_end.reset();
        else if (m_end)
            m_end = std::max(*m_end, trace[trace.size() - 1].at());
        if (i == m_position)
            m_hasJobs = hasSections(trace, kMost);
    }
}

QString Session::titleOf(const Shown &shown) const
{
    const Variant &variant = shown.variant;
    if (shown.role == Role::Listing)
        return tr("%1 – by Python").arg(titleOf({itself(), Role::Itself}));
    if (!variant.lesson)
        return shown.role == Role::Pinned   ? tr("%1 – pinned").arg(variant.name)
               : shown.role == Role::Before ? tr("%1 – before").arg(variant.name)
                                            : variant.name;
    const QString title = formats::lessonTitle(variant.lesson->id, formats::textLanguage());
    const bool besideBefore = m_against == Against::Before && m_before;
    if (besideBefore && m_before->lesson == m_lesson && shown.role != Role::Pinned) {
        const bool before = shown.role == Role::Before;
        const QString what = before ? differences(*m_lesson, m_before->settings, settingsOf(*m_lesson))
                                    : differences(*m_lesson, settingsOf(*m_lesson), m_before->settings);
        if (what.isEmpty()) // nothing but the clock is another
            return (variant.measured ? tr("%1 – measured") : tr("%1 – model")).arg(title);
        return (before ? tr("%1 – before: %2") : tr("%1 – now: %2")).arg(title, what);
    }
    const QString own = differences(*variant.lesson, variant.settings, variant.lesson->defaults());
    QStringList details(own.isEmpty() ? QStringList() : QStringList(own));
    if (variant.measured)
        details.append(tr("real clock"));
    const QString whole =
        details.isEmpty() ? title : QStringLiteral("%1 (%2)").arg(title, details.join(QStringLiteral(", ")));
    if (shown.role == Role::Itself && m_pinned == variant)
        return tr("%1 – pinned").arg(whole);
    switch (shown.role) {
    case Role::Before: return tr("%1 – before").arg(whole);
    case Role::Pinned: return tr("%1 – pinned").arg(whole);
    default: return whole;
    }
}

void Session::retranslate()
{
    QStringList titles;
    for (const Shown &shown : m_shown)
        titles.append(titleOf(shown));
    m_playback.setTitles(titles);
}

// What if ------------------------------------------------------------------------------------------------------

void Session::setParameter(const QString &parameter, const QString &value)
{
    if (!m_lesson)
        return;
    Settings settings = settingsOf(*m_lesson);
    m_lesson->set(settings, parameter.toStdString(), value.toStdString());
    change(*m_lesson, settings);
}

void Session::resetParameters()
{
    if (m_lesson)
        change(*m_lesson, m_lesson->defaults());
}

void Session::setKeepsBefore(bool keeps)
{
    m_keepsBefore = keeps;
    Q_EMIT keepsBeforeChanged(keeps);
}

bool Session::atDefaults() const
{
    return !m_lesson || sameSettings(*m_lesson, settingsOf(*m_lesson), m_lesson->defaults());
}

/// Another run takes the place of the one on the stage, which becomes the run before.
void Session::change(const Lesson &lesson, Settings settings)
{
    if (&lesson == m_lesson && sameSettings(lesson, settings, settingsOf(lesson)))
        return;
    m_before = itself();
    m_lesson = &lesson;
    m_settings.insert_or_assign(lesson.id, std::move(settings));
    measure();
    const bool besideListing = m_against == Against::Listing && startListing();
    if (!besideListing)
        keepBefore();
    show(besideListing ? Place::Start : Place::Kept);
}

/// Beside what is shown next, if that is wanted.
void Session::keepBefore()
{
    if (m_keepsBefore)
        m_against = Against::Before;
    else if (m_against != Against::Lessons)
        m_against = Against::Nothing;
}

/// The lesson that is the blocking form of the one on the stage: itself, or a partner that has the switch.
const Lesson *Session::blockingForm() const
{
    if (!m_lesson || m_lesson->parameter(kBlocking))
        return m_lesson;
    for (const Partner &each : m_lesson->comparedWith) {
        if (const Lesson *partner = findLesson(each.id); partner && partner->parameter(kBlocking))
            return partner;
    }
    return nullptr;
}

Session::Blocking Session::blocking() const
{
    const Lesson *form = blockingForm();
    if (!form)
        return Blocking::None;
    return form == m_lesson && settingsOf(*form).yes(kBlocking) ? Blocking::Blocks : Blocking::Awaits;
}

void Session::setBlocking(bool blocks)
{
    const Lesson *form = blockingForm();
    if (!form || blocks == (blocking() == Blocking::Blocks))
        return;
    Settings settings = carriedOver(*m_lesson, settingsOf(*m_lesson), *form, settingsOf(*form));
    form->set(settings, kBlocking, blocks ? "yes" : "no");
    change(*form, settings);
}

// Compare ------------------------------------------------------------------------------------------------------

QStringList Session::partners() const
{
    QStringList written;
    if (!m_lesson)
        return written;
    for (const Partner &partner : m_lesson->comparedWith) {
        if (variantOf(partner))
            written.append(QString::fromStdString(partner.written()));
    }
    return written;
}

QString Session::partnerTitle(const QString &partner) const
{
    const Partner written = partnerIn(partner);
    const auto variant = variantOf(written);
    if (!variant)
        return partner;
    const QString title = formats::lessonTitle(written.id, formats::textLanguage());
    QStringList values;
    for (const auto &[name, value] : written.settings)
        values.append(QString::fromStdString(name + '=' + variant->settings.written(name)));
    return values.isEmpty() ? title : QStringLiteral("%1 (%2)").arg(title, values.join(QStringLiteral(", ")));
}

/// The partner as it would run now. None when there is no such lesson or value, or when it would be the run itself.
std::optional<Session::Variant> Session::variantOf(const Partner &partner) const
{
    const Lesson *const lesson = findLesson(partner.id);
    if (!lesson)
        return std::nullopt;
    Settings settings = settingsOf(*lesson);
    const auto apply = [&](auto valueOf) {
        for (const auto &[name, value] : partner.settings)
            lesson->set(settings, name, valueOf(name, value));
        return variantOf(*lesson, settings);
    };
    try {
        Variant variant = apply([](const std::string &, const std::string &value) { return value; });
        // What it would be compared with is what the run is: then with what it was before that change.
        if (variant == itself())
            variant = apply(
                [lesson](const std::string &name, const std::string &) { return lesson->parameter(name)->standard; });
        return variant == itself() ? std::nullopt : std::optional(variant);
    } catch (const SettingError &) {
        return std::nullopt;
    }
}

/// The partners that stand, or would stand, beside it.
QStringList Session::comparedWith() const
{
    QStringList written;
    for (const Partner &partner : m_chosen)
        written.append(QString::fromStdString(partner.written()));
    return written.isEmpty() ? partners().mid(0, 1) : written;
}

Session::Against Session::against() const
{
    const auto shows = [this](Role role) { return std::ranges::find(m_shown, role, &Shown::role) != m_shown.end(); };
    return shows(Role::Before)    ? Against::Before
           : shows(Role::Listing) ? Against::Listing
           : shows(Role::Partner) ? Against::Lessons
                                  : Against::Nothing;
}

void Session::setCompared(bool compare)
{
    const Against before = m_against;
    if (!compare) {
        m_against = Against::Nothing;
        m_pinned.reset();
    } else if (m_against == Against::Nothing) {
        m_against = comparedWith().isEmpty() && m_before ? Against::Before : Against::Lessons;
    }
    if (m_against != before || m_shown.size() != chooseRuns().size())
        show(Place::Kept);
}

void Session::compareWith(const QStringList &partners)
{
    m_chosen.clear();
    for (const QString &written : partners) {
        const Partner partner = partnerIn(written);
        if (variantOf(partner) && m_chosen.size() + 1 < kMostRuns)
            m_chosen.push_back(partner);
    }
    m_against = m_chosen.empty() ? Against::Nothing : Against::Lessons;
    show(Place::Kept);
}

void Session::compareWithBefore()
{
    if (!m_before)
        return;
    m_against = Against::Before;
    show(Place::Kept);
}

/// False when it could not be started; that has been told.
bool Session::startListing()
{
    m_listing.reset();
    QString fault;
    const std::shared_ptr<PythonRun> run = runListing(*m_lesson, settingsOf(*m_lesson), fault);
    if (!run) {
        Q_EMIT failed(fault);
        return false;
    }
    m_listing = Variant{.record = [run] { return recordingOf(run, QString()); }};
    return true;
}

void Session::compareWithListing()
{
    if (!m_lesson || !startListing())
        return;
    m_against = Against::Listing;
    show(Place::Start);
}

void Session::pin()
{
    if (!itself().record)
        return;
    m_pinned = itself();
    retranslate();
    Q_EMIT pinnedChanged();
}

void Session::unpin()
{
    if (!m_pinned)
        return;
    m_pinned.reset();
    if (m_shown.size() != chooseRuns().size())
        show(Place::Kept);
    retranslate();
    Q_EMIT pinnedChanged();
}

} // namespace coroscope
