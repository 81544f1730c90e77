using CredBot.Bot.Builder;
using CredBot.Commands;
using CredBot.Tests.Stories.Reset;

namespace CredBot.Tests.Host;

/// <summary>How a line of the audit is exported.</summary>
public sealed class AuditExportTests
{
    private static readonly AuditLine Line = new()
    {
        Entry = new AuditEntry
        {
            Key = "op:1", Tenant = "t", At = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero), Actor = "agent", Action = "reset.failed", Subject = "subject",
            Operation = "op", Outcome = "=a,\"b\"", Level = "NumberMatch", Policy = "01234567", RequestId = "r",
        },
        Previous = "00", Hash = "11",
    };

    [Fact]
    [Security(36)]
    public void A_Row_Has_Every_Column_And_No_Formula()
    {
        Assert.Equal(13, AuditCsv.Head.Split(',').Length);
        Assert.Equal(
            "2026-11-24T09:00:00.0000000+00:00,t,agent,reset.failed,subject,op,\"'=a,\"\"b\"\"\",NumberMatch,01234567,r,op:1,00,11",
            AuditCsv.Line(Line));
    }

    [Fact]
    public void Redacted_The_Same_Person_Has_The_Same_Name_Within_One_Export_Only()
    {
        var (one, other) = (new Pseudonyms(), new Pseudonyms());
        var hidden = one.Hide(Line.Entry);

        Assert.Equal(hidden, one.Hide(Line.Entry));
        Assert.NotEqual(hidden.Actor, other.Hide(Line.Entry).Actor);
        Assert.All(new[] { "agent", "subject", "op" }, name => Assert.DoesNotContain(name, $"{hidden.Actor} {hidden.Subject} {hidden.Operation} {hidden.Key}".Split(' ')));
        Assert.Equal(("reset.failed", "NumberMatch"), (hidden.Action, hidden.Level));
    }
}
