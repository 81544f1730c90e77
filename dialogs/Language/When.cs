using System.Globalization;

namespace CredBot.Dialogs.Language;

/// <summary>Times as people read them.</summary>
internal static class When
{
    /// <summary>A moment that every client shows in its reader's own time zone.</summary>
    /// <remarks>Source: Adaptive Cards «Text features»: the functions DATE and TIME of a text block; no fractions of a second.</remarks>
    public static string Local(DateTimeOffset at)
    {
        var text = at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return $"{{{{DATE({text}, SHORT)}}}} {{{{TIME({text})}}}}";
    }

    /// <summary>How long ago, roughly.</summary>
    public static Sentence Ago(DateTimeOffset at, DateTimeOffset now)
    {
        var days = (int)Math.Max(0, (now - at).TotalDays);
        return days switch
        {
            0 => new("오늘", "today"),
            1 => new("어제", "yesterday"),
            _ => new($"{days}일 전", $"{days} days ago"),
        };
    }

    /// <summary>How long ago, to the minute where that matters.</summary>
    public static Sentence Age(DateTimeOffset at, DateTimeOffset now) => (now - at) switch
    {
        { TotalMinutes: < 1 } => new("방금", "just now"),
        { TotalMinutes: < 60 and var minutes } => new($"{(int)minutes}분 전", (int)minutes is 1 ? "a minute ago" : $"{(int)minutes} minutes ago"),
        { TotalHours: < 24 and var hours } => new($"{(int)hours}시간 전", (int)hours is 1 ? "an hour ago" : $"{(int)hours} hours ago"),
        _ => Ago(at, now),
    };
}
