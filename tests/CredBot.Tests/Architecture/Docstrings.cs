using System.Reflection;
using System.Xml.Linq;

namespace CredBot.Tests.Architecture;

/// <summary>Every public type says in a sentence what it is.</summary>
public sealed class Docstrings
{
    [Theory]
    [InlineData("CredBot.Bot")]
    [InlineData("CredBot.Graph")]
    [InlineData("CredBot.Knowledge")]
    [InlineData("CredBot.Engine")]
    [InlineData("CredBot.Dialogs")]
    [InlineData("CredBot.DemoTenant")]
    public void Every_Public_Type_Has_A_Docstring(string room)
    {
        var documented = XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{room}.xml")).Descendants("member")
            .Where(static member => member.Element("summary") is not null || member.Element("param") is not null || member.Element("inheritdoc") is not null)
            .Select(static member => member.Attribute("name")!.Value)
            .ToHashSet(StringComparer.Ordinal);

        var silent = Assembly.Load(room).GetExportedTypes()
            .Where(static type => type is { IsNested: false } && !type.Name.StartsWith('<') && type.Namespace?.StartsWith("CredBot", StringComparison.Ordinal) is true)
            .Select(static type => $"T:{type.FullName}")
            .Where(name => !documented.Contains(name));

        Assert.Empty(silent);
    }
}
