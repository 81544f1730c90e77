using CredBot.Bot.Cards;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Permission;
using CredBot.Dialogs.Routing;
using CredBot.Graph;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>Draws a dry run.</summary>
internal static class ForecastCards
{
    /// <param name="forecast">What it would come to.</param>
    /// <param name="agent">Who would ask.</param>
    /// <param name="subject">Whose password.</param>
    /// <param name="outlook">What the safeguards would say; null where the asker is not told.</param>
    /// <param name="isOwn">The agent asks about themselves.</param>
    /// <param name="language">Of the conversation.</param>
    public static Activity Draw(Forecast forecast, DirectoryUser agent, DirectoryUser subject, SafeguardForecast? outlook, bool isOwn, string language)
    {
        var headline = ForecastText.Headline(forecast, Person.Name(agent), Person.Name(subject)).In(language);
        var card = new AdaptiveCard
        {
            Lang = language,
            Body =
            [
                Container.Headline(headline, forecast.Failure is null ? "good" : "attention"),
                .. Reasons(forecast, outlook, isOwn).Select(reason => new TextBlock(reason.In(language))),
                new FactSet(
                [
                    new Fact(ForecastText.Agent.In(language), Person.Address(agent)),
                    new Fact(ForecastText.Subject.In(language), Person.Address(subject)),
                    new Fact(ForecastText.Kind.In(language), AssuranceText.Because(forecast.Class, Person.Name(subject)).In(language)),
                    new Fact(ForecastText.Level.In(language), AssuranceText.Level(forecast.Level).In(language)),
                    .. forecast is { Failure: null, Proofs: { Count: > 0 } proofs }
                        ? [new Fact(ForecastText.Shown.In(language), string.Join(", ", proofs.Select(proof => AssuranceText.Wanted(proof).In(language))))]
                        : Array.Empty<Fact>(),
                    new Fact(ForecastText.Told.In(language), ForecastText.TheyAndManager.In(language)),
                ]),
                new TextBlock(ForecastText.Nothing.In(language)) { IsSubtle = true, Size = "Small" },
            ],
        };
        return card.ToMessage(headline);
    }

    private static IEnumerable<Sentence> Reasons(Forecast forecast, SafeguardForecast? outlook, bool isOwn)
    {
        if (forecast.Failure is { } failure)
        {
            if (!isOwn)
            {
                yield return ForecastText.AsTheyRead;
            }

            yield return failure.Cause;
            yield return failure.Next;
        }

        if (forecast.MayGetPass)
        {
            yield return ForecastText.PassToo;
        }

        if (outlook is { IsThreatRaised: true })
        {
            yield return ForecastText.ThreatRaised;
        }

        if (outlook is { Raise: > 0 })
        {
            yield return ForecastText.Recent(outlook.Raise);
        }

        if (outlook is null)
        {
            yield return ForecastText.WithoutLimits;
        }
    }
}
