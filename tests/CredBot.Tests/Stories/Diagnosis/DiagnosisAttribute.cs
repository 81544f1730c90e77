namespace CredBot.Tests.Stories.Diagnosis;

/// <summary>Marks a theory that reaches every verdict of a question. Each row begins with the verdict, the person who gets it, and what the card says in Korean and in English.</summary>
/// <param name="question">Number and words, as docs/diagnosis.md shows them: «4. How do users change their password?».</param>
/// <param name="verdicts">The enumeration of its verdicts.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DiagnosisAttribute(string question, Type verdicts) : Attribute
{
    public string Question => question;

    public Type Verdicts => verdicts;
}
