// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/file_opener.h"

#include "app/window/onlookers.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QTimer>
#include <QToolButton>

#include <system_error>

namespace coroscope {

/// What the reading thread and the window share.
struct FileOpener::Job {
    QString path;
    formats::ReadProgress progress;
    formats::ReadResult<formats::OpenedFile> result; ///< the thread's until `done`
    std::atomic<bool> done = false;
};

FileOpener::FileOpener(QWidget *parent)
    : QFrame(parent), m_name(new QLabel), m_bar(new QProgressBar), m_cancel(new QToolButton), m_timer(new QTimer(this))
{
    setProperty("card", QStringLiteral("message"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 12, 6);
    row->addWidget(m_name);
    row->addWidget(m_bar, 1);
    row->addWidget(m_cancel);
    m_timer->setInterval(15);
    connect(m_timer, &QTimer::timeout, this, &FileOpener::follow);
    connect(m_cancel, &QToolButton::clicked, this, &FileOpener::cancel);
    retranslate();
    hide();
}

FileOpener::~FileOpener()
{
    cancel();
}

qint64 FileOpener::bytesRead() const
{
    return m_job ? m_job->progress.bytes.load() : 0;
}

bool FileOpener::hasRead() const
{
    return m_job && m_job->done;
}

bool FileOpener::takesTime(const QString &path)
{
    const QFileInfo info(path);
    const bool pipe = info.exists() && !info.isFile() && !info.isDir();
    return pipe || info.size() > kAtOnce;
}

void FileOpener::open(const QString &path)
{
    cancel();
    m_job = std::make_shared<Job>();
    m_job->path = path;
    if (takesTime(path)) {
        startThread();
        return;
    }
    m_job->result = formats::openFile(path);
    m_job->done = true;
    if (somebodyLooks())
        m_timer->start();
    else
        finish();
}

void FileOpener::startThread()
{
    try {
        m_thread = std::thread([job = m_job] {
            job->result = formats::openFile(job->path, &job->progress);
            job->done = true;
        });
    } catch (const std::system_error &error) {
        const std::shared_ptr<Job> job = std::move(m_job);
        Q_EMIT failed(tr("%1: cannot be read: %2").arg(job->path, QString::fromStdString(error.code().message())));
        return;
    }
    m_name->setText(tr("Reading %1").arg(QFileInfo(m_job->path).fileName()));
    m_bar->setRange(0, 0); // how much there is will be known soon, of a pipe never
    show();
    m_timer->start();
}

void FileOpener::follow()
{
    const double total = static_cast<double>(m_job->progress.total);
    if (total > 0) {
        m_bar->setRange(0, 1000);
        m_bar->setValue(static_cast<int>(1000 * static_cast<double>(m_job->progress.bytes) / total));
    }
    if (m_job->done && !somebodyLooks())
        finish();
}

void FileOpener::finish()
{
    m_timer->stop();
    if (m_thread.joinable())
        m_thread.join();
    hide();
    const std::shared_ptr<Job> job = std::move(m_job);
    deliver(std::move(job->result), job->path);
}

/// The thread stops at its next block.
void FileOpener::cancel()
{
    if (!m_job)
        return;
    m_job->progress.cancelled = true;
    m_timer->stop();
    if (m_thread.joinable())
        m_thread.join();
    m_job.reset();
    hide();
}

void FileOpener::deliver(formats::ReadResult<formats::OpenedFile> result, const QString &path)
{
    if (result)
        Q_EMIT opened(std::make_shared<formats::OpenedFile>(std::move(*result.value)), path);
    else
        Q_EMIT failed(result.error);
}

void FileOpener::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FileOpener::retranslate()
{
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Stops reading the file"));
    m_cancel->setAccessibleName(tr("Stop reading the file"));
    m_bar->setAccessibleName(tr("How much has been read"));
}

} // namespace coroscope
