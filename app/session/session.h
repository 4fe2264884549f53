// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include "app/playback/playback.h"
#include "core/lessons/lesson.h"
#include "core/text/chrome_text.h"

#include <functional>
#include <map>
#include <optional>

namespace coroscope {

class RealRun;

namespace formats {
struct OpenedFile;
}

/// What is on the stage: a lesson with its settings or a file, and the runs it is compared with.
///
///     session.open("pieces-gather");           // plays
///     session.setParameter("runs", "3");       // runs again; the run before stays beside it
///     session.compareWith({"starvation-gather"});
///     session.pin();                           // this run stays beside whatever is shown next
///     session.setRealClock(true);              // runs again and takes its time, beside the run before
///
/// Three runs at most.
class Session : public QObject {
    Q_OBJECT

public:
    /// What the run is compared with, besides a pinned one.
    enum class Against { Nothing, Lessons, Before, Listing };
    /// How a lesson awaits or blocks; None: there is no such choice.
    enum class Blocking { None, Awaits, Blocks };
    static constexpr std::size_t kMostRuns = 3;

    explicit Session(Playback &playback, QObject *parent = nullptr);

    /// Lessons for which this holds stand at their beginning when they are put on the stage: nobody has told yet that
    /// they may start. Without it all start at once.
    void setWaits(std::function<bool(const Lesson &lesson)> waits) { m_waits = std::move(waits); }

    /// Puts the lesson on the stage and starts it; alone, unless it was compared with the one before or is the first.
    /// Nothing happens when there is no such lesson.
    void open(const QString &lesson);
    /// The same with a scenario or a saved run that has been read; `path` is its file.
    void openRead(formats::OpenedFile opened, const QString &path);
    /// Reads it first. What is wrong with it in one sentence; empty when nothing is.
    QString openFile(const QString &path);
    /// Puts a Python program on the stage, by its file: nothing of it has run, so nothing is played.
    void openProgram(const QString &path);
    /// A run of that program; `record` makes a recording of it, as often as it is asked. `besideBefore`: the run of it
    /// before stays beside it, if the run before a change is to be kept.
    void showRun(const QString &title, std::function<std::unique_ptr<Recording>()> record, bool besideBefore);
    /// Another value of a parameter of a lesson, as on the command line, for when it runs next. Throws SettingError.
    void set(const QString &lesson, const QString &parameter, const QString &value);

    /// Null when a file is on the stage, or nothing.
    [[nodiscard]] const Lesson *current() const { return m_lesson; }
    /// Its id; of a file: the empty text.
    [[nodiscard]] QString lesson() const { return m_lesson ? QString::fromStdString(m_lesson->id) : QString(); }
    /// Path of the file on the stage; else empty.
    [[nodiscard]] QString file() const { return m_file; }
    /// What a scenario's file says about itself, and what to notice; empty where it says nothing.
    [[nodiscard]] QString about() const { return m_lesson ? QString() : m_about; }
    /// What a saved run says of itself: of the file on the stage, or of the lesson.
    [[nodiscard]] SavedRunInfo info() const;
    /// The run itself once more, from its beginning, for whoever wants to look into it; null when there is none.
    [[nodiscard]] std::unique_ptr<Recording> recordAgain() const;
    [[nodiscard]] Settings settingsOf(const Lesson &lesson) const;
    /// The place of the run itself among the runs on the stage: others may stand above it.
    [[nodiscard]] std::size_t position() const { return m_position; }

    // What if ----------------------------------------------------------------------------------------------------

    /// Another value for the lesson on the stage: it runs again at once, up to where the now-line is, beside the run
    /// before if that is to be kept. Nothing happens when the value is what it was. Throws SettingError.
    void setParameter(const QString &parameter, const QString &value);
    /// All parameters at their defaults.
    void resetParameters();
    [[nodiscard]] bool atDefaults() const;
    [[nodiscard]] bool keepsBefore() const { return m_keepsBefore; }
    void setKeepsBefore(bool keeps);
    /// By the lesson's parameter `blocking`, or because its partner is its blocking form.
    [[nodiscard]] Blocking blocking() const;
    void setBlocking(bool blocks);

    // Real clock -------------------------------------------------------------------------------------------------

    /// The lesson on the stage can run on the real clock: its outside is not simulated.
    [[nodiscard]] bool hasRealClock() const;
    /// Lessons run on the real clock, in a thread of their own, where they can; they are shown while they run. The one
    /// on the stage runs again, beside the run before if that is to be kept.
    void setRealClock(bool real);
    [[nodiscard]] bool realClock() const { return m_realClock; }
    /// The lesson on the stage runs on the real clock in this very thread, alone on the stage: what blocks there stalls
    /// the window. One sentence when it cannot; it always ends, the latest after kLongestHere.
    [[nodiscard]] QString runHere();
    static constexpr Duration kLongestHere = 20s;
    /// The lesson on the stage runs on the real clock, now.
    [[nodiscard]] bool running() const;
    /// Ctrl-C for it.
    void stop();

    // Compare ----------------------------------------------------------------------------------------------------

    /// What it is best compared with: lessons, and variants written as "lock-shared[locked=no]".
    [[nodiscard]] QStringList partners() const;
    /// What one of them is called: "Lock: a shared balance (locked=no)".
    [[nodiscard]] QString partnerTitle(const QString &partner) const;
    [[nodiscard]] Against against() const;
    [[nodiscard]] bool compared() const { return m_shown.size() > 1; }
    /// There is something that Compare would show.
    [[nodiscard]] bool comparable() const { return !partners().isEmpty() || m_before || compared(); }
    /// With what it was compared with last, or its partner; or with nothing.
    void setCompared(bool compare);
    /// With one or two of these; an unknown one is left out, and so is one that would show the same run twice.
    void compareWith(const QStringList &partners);
    [[nodiscard]] QStringList comparedWith() const;
    [[nodiscard]] bool hasBefore() const { return m_before.has_value(); }
    void compareWithBefore();
    /// Python runs the lesson's listing, with the values the lesson has, and both stand beside each other; so they do
    /// with other values, until it is compared with something else. failed() tells when Python cannot be started.
    void compareWithListing();

    /// The run on the stage stays beside what is shown next. A second pin replaces the first.
    void pin();
    void unpin();
    [[nodiscard]] bool pinned() const { return m_pinned.has_value(); }

    /// The run has jobs for a job table. Known before it is played; false for one that is too long to know.
    [[nodiscard]] bool hasJobs() const { return m_hasJobs; }

    /// Headings in another language.
    void retranslate();

Q_SIGNALS:
    void opened();
    void keepsBeforeChanged(bool keeps);
    void pinnedChanged();
    /// A file has been put on the stage.
    void fileOpened(const QString &path);
    /// One sentence.
    void failed(const QString &sentence);
    /// On the real clock: running or not.
    void runningChanged();

private:
    /// A run that can be made again.
    struct Variant {
        const Lesson *lesson = nullptr;
        Settings settings = {};
        std::function<std::unique_ptr<Recording>()> record = {};
        QString name = {};                      ///< of a file
        std::shared_ptr<RealRun> measured = {}; ///< on the real clock; null: on the virtual one

        [[nodiscard]] bool operator==(const Variant &other) const;
    };
    enum class Role { Itself, Partner, Before, Pinned, Listing };
    struct Shown {
        Variant variant;
        Role role;
    };
    enum class Place { Start, Kept };

    [[nodiscard]] static Variant variantOf(formats::OpenedFile opened, const QString &path);
    [[nodiscard]] static Variant variantOf(const Lesson &lesson, Settings settings);
    [[nodiscard]] std::optional<Variant> variantOf(const Partner &partner) const;
    [[nodiscard]] Variant itself() const;
    [[nodiscard]] std::vector<Shown> chooseRuns() const;
    [[nodiscard]] QString titleOf(const Shown &shown) const;
    [[nodiscard]] const Lesson *blockingForm() const;
    [[nodiscard]] bool startListing();
    void change(const Lesson &lesson, Settings settings);
    void keepBefore();
    void measure(bool here = false);
    [[nodiscard]] bool endsSoon() const;
    void show(Place place);
    void lookAhead();

    Playback &m_playback;
    std::function<bool(const Lesson &lesson)> m_waits;
    const Lesson *m_lesson = nullptr;
    QString m_file;
    Variant m_fileRun;
    SavedRunInfo m_fileInfo;
    QString m_about;
    std::map<std::string, Settings> m_settings; ///< by lesson, where they differ from its defaults
    std::vector<Partner> m_chosen;              ///< to compare with; empty: the partner
    std::optional<Variant> m_before;
    std::optional<Variant> m_pinned;
    std::optional<Variant> m_listing; ///< run by Python, with the settings of the lesson
    Against m_against = Against::Lessons;
    bool m_keepsBefore = true;
    bool m_realClock = false;
    std::optional<Variant> m_measured; ///< the lesson on the stage on the real clock; none on the virtual one
    std::vector<Shown> m_shown;
    std::optional<Instant> m_end; ///< of the longest run that is shown, if all of them are short enough to know
    bool m_hasJobs = false;
    std::size_t m_position = 0;
};

} // namespace coroscope
