// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "app/readers/opened_file.h"

#include <memory>
#include <thread>

class QLabel;
class QProgressBar;
class QTimer;
class QToolButton;

namespace coroscope {

/// Reads files for the window: small ones at once, large ones and pipes in a thread of their own. Meanwhile it is a bar
/// that says how far that is and can cancel it; the window goes on as before. What has been read is delivered when
/// nobody looks at what is on the stage (see somebodyLooks()): at once, or as soon as a dialog, a menu or a drag has
/// ended.
class FileOpener : public QFrame {
    Q_OBJECT

public:
    /// Of what takes no longer than a frame or two.
    static constexpr qint64 kAtOnce = qint64(4) << 20;

    explicit FileOpener(QWidget *parent = nullptr);
    ~FileOpener() override;

    /// Whether the window should be there first, because the file is large or waits for somebody to write it.
    [[nodiscard]] static bool takesTime(const QString &path);
    /// Cancels what is being read.
    void open(const QString &path);
    void cancel();
    [[nodiscard]] bool reading() const { return m_job != nullptr; }
    [[nodiscard]] qint64 bytesRead() const;
    /// What was read waits until nobody looks.
    [[nodiscard]] bool hasRead() const;

Q_SIGNALS:
    void opened(const std::shared_ptr<coroscope::formats::OpenedFile> &file, const QString &path);
    /// One sentence.
    void failed(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Job;
    void startThread();
    void follow();
    void finish();
    void deliver(formats::ReadResult<formats::OpenedFile> result, const QString &path);
    void retranslate();

    QLabel *m_name;
    QProgressBar *m_bar;
    QToolButton *m_cancel;
    QTimer *m_timer;
    std::thread m_thread;
    std::shared_ptr<Job> m_job;
};

} // namespace coroscope
