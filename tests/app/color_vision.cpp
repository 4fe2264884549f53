// SPDX-License-Identifier: GPL-3.0-or-later
#include "color_vision.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace coroscope::test {

namespace {

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

constexpr Matrix kProtanopia{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeuteranopia{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix kXyz{
    {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
constexpr Vector kWhite{0.95047, 1, 1.08883};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

Vector product(const Matrix &matrix, const Vector &vector)
{
    Vector result{};
    for (std::size_t i = 0; i < 3; ++i)
        result[i] = matrix[i][0] * vector[0] + matrix[i][1] * vector[1] + matrix[i][2] * vector[2];
    return result;
}

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

/// Degrees, 0 to 360.
double hue(double a, double b)
{
    const double angle = std::atan2(b, a) * 180 / std::numbers::pi;
    return angle < 0 ? angle + 360 : angle;
}

double chromaFactor(double chroma)
{
    const double seventh = std::pow(chroma, 7);
    return std::sqrt(seventh / (seventh + std::pow(25.0, 7)));
}

/// The colour with its a* stretched, in polar form.
struct Polar {
    double lightness;
    double chroma;
    double hue;
};

Polar polar(const Lab &lab, double stretch)
{
    return {lab[0], std::hypot(lab[1] * stretch, lab[2]), hue(lab[1] * stretch, lab[2])};
}

double hueDifference(const Polar &p, const Polar &q)
{
    if (p.chroma * q.chroma == 0)
        return 0;
    const double between = q.hue - p.hue;
    return between > 180 ? between - 360 : between < -180 ? between + 360 : between;
}

double meanHue(const Polar &p, const Polar &q)
{
    const double sum = p.hue + q.hue;
    if (p.chroma * q.chroma == 0)
        return sum;
    if (std::abs(p.hue - q.hue) <= 180)
        return sum / 2;
    return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}

} // namespace

Lab labOf(const QColor &color, Vision vision)
{
    Vector rgb{linear(color.redF()), linear(color.greenF()), linear(color.blueF())};
    if (vision != Vision::Normal)
        rgb = product(vision == Vision::Protanopia ? kProtanopia : kDeuteranopia, rgb);
    for (double &channel : rgb)
        channel = std::clamp(channel, 0.0, 1.0);
    Vector f = product(kXyz, rgb);
    for (std::size_t i = 0; i < 3; ++i) {
        const double share = f[i] / kWhite[i];
        f[i] = share > 216.0 / 24389 ? std::cbrt(share) : (24389.0 / 27 * share + 16) / 116;
    }
    return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

double difference(const Lab &a, const Lab &b)
{
    const double stretch = 1 + 0.5 * (1 - chromaFactor((std::hypot(a[1], a[2]) + std::hypot(b[1], b[2])) / 2));
    const Polar p = polar(a, stretch);
    const Polar q = polar(b, stretch);
    const double lightness = q.lightness - p.lightness;
    const double chroma = q.chroma - p.chroma;
    const double hues = 2 * std::sqrt(p.chroma * q.chroma) * std::sin(radians(hueDifference(p, q) / 2));
    const double fromGrey = (p.lightness + q.lightness) / 2 - 50;
    const double meanChroma = (p.chroma + q.chroma) / 2;
    const double mean = meanHue(p, q);
    const double t = 1 - 0.17 * std::cos(radians(mean - 30)) + 0.24 * std::cos(radians(2 * mean))
                     + 0.32 * std::cos(radians(3 * mean + 6)) - 0.2 * std::cos(radians(4 * mean - 63));
    const double inLightness = lightness / (1 + 0.015 * fromGrey * fromGrey / std::sqrt(20 + fromGrey * fromGrey));
    const double inChroma = chroma / (1 + 0.045 * meanChroma);
    const double inHue = hues / (1 + 0.015 * meanChroma * t);
    const double turn = (mean - 275) / 25;
    const double rotation = -std::sin(radians(60 * std::exp(-turn * turn))) * 2 * chromaFactor(meanChroma);
    return std::sqrt(inLightness * inLightness + inChroma * inChroma + inHue * inHue + rotation * inChroma * inHue);
}

double difference(const QColor &a, const QColor &b, Vision vision)
{
    return difference(labOf(a, vision), labOf(b, vision));
}

} // namespace coroscope::test
